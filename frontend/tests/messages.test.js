import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import enHouse from '../src/lib/messages/en.house.js';
import enFirst from '../src/lib/messages/en.js';
import enManage from '../src/lib/messages/en.manage.js';
import enProblems from '../src/lib/messages/en.problems.js';
import frHouse from '../src/lib/messages/fr.house.js';
import frFirst from '../src/lib/messages/fr.js';
import frManage from '../src/lib/messages/fr.manage.js';
import frProblems from '../src/lib/messages/fr.problems.js';
import { sources, walkMarkup } from './support.js';

const fr = { ...frFirst, ...frManage, ...frHouse };
const en = { ...enFirst, ...enManage, ...enHouse };
const code = sources().filter(({ file }) => !file.includes('/messages/'));
const all = code.map(({ text }) => text).join('\n');

/** `t('a.b')` by name; `t(`a.${x}.c`)` as a pattern; and any quoted whole key (chosen by a condition). */
const named = new Set([...all.matchAll(/'([a-z]\w*(?:\.\w+)*)'/gi)].map(([, key]) => key));
const patterns = [...all.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
  ([, key]) =>
    new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^`]*?\}(?=\\\.|$)/g, '[\\w-]+')}$`),
);
const asked = [...all.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key);

/** What a text says, whatever its numbers. */
const saidBy = (text) =>
  typeof text === 'function'
    ? [0, 1, 2].map((n) => text({ n, name: 'N', event: 'E', code: 'C' }))
    : [text];
const french = [
  ...Object.entries(fr).flatMap(([key, text]) => saidBy(text).map((said) => [key, said])),
  ...Object.entries(frProblems).flatMap(([slug, parts]) =>
    Object.entries(parts).map(([part, said]) => [`${slug}.${part}`, said]),
  ),
];

describe('messages', () => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(frFirst).sort()).toEqual(Object.keys(enFirst).sort());
    expect(Object.keys(frManage).sort()).toEqual(Object.keys(enManage).sort());
    expect(Object.keys(frProblems)).toEqual(Object.keys(enProblems));
  });

  it('has every key that a page asks for', () => {
    expect(asked.filter((key) => !(key in fr))).toEqual([]);
  });

  it('has no key that no page asks for', () => {
    const used = (key) => named.has(key) || patterns.some((pattern) => pattern.test(key));
    expect(Object.keys(fr).filter((key) => !used(key))).toEqual([]);
  });

  it('lets a visitor’s page ask for no key that only organizers load', () => {
    const office = /^src\/(routes\/(manage|accounts|settings|house)|lib\/messages)\//;
    const keys = new Set(Object.keys(frManage));
    const found = sources()
      .filter(({ file }) => !office.test(file))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/'([a-z]\w*(?:\.\w+)+)'/gi)].map(([, key]) => [file, key]),
      )
      .filter(([, key]) => keys.has(key));
    expect(found).toEqual([]);
  });

  it('explains every problem that the services document', () => {
    const documented = readFileSync('../docs/problems.md', 'utf8').matchAll(/<a id="([\w-]+)"/g);
    const missing = [...documented].map(([, slug]) => slug).filter((slug) => !(slug in frProblems));
    expect(missing).toEqual([]);
  });

  it('uses the same values in both languages', () => {
    const values = (text) =>
      typeof text === 'string'
        ? [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
        : null;
    for (const key of Object.keys(fr)) {
      if (values(fr[key]) && values(en[key])) expect(values(fr[key]), key).toEqual(values(en[key]));
    }
  });
});

describe('French', () => {
  it('puts a narrow no-break space before ; : ! ? and inside « »', () => {
    const wrong = french.filter(
      ([, said]) =>
        /[^\u202f][;!?»]/.test(said) ||
        /[^\u202f\d]:(?!\/\/)/.test(said) ||
        /«[^\u202f]/.test(said),
    );
    expect(wrong).toEqual([]);
  });

  it('uses typographic apostrophes and says vous', () => {
    const wrong = french.filter(([, said]) =>
      /'|(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu.test(said),
    );
    expect(wrong).toEqual([]);
  });

  it('shows no status number and no exception to a reader', () => {
    const wrong = french.filter(([, said]) =>
      /\b[45]\d\d\b|exception|null|undefined|\bNaN\b/i.test(said),
    );
    expect(wrong).toEqual([]);
  });
});

describe('components', () => {
  const SPOKEN = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label']);

  it('hold no literal text', () => {
    const found = [];
    for (const { file, text } of sources(/\.svelte$/)) {
      walkMarkup(text, (node) => {
        if (node.type === 'Text' && /\p{L}/u.test(node.data) && !node.inAttribute)
          found.push([file, node.data]);
        if (node.type === 'Attribute') {
          const parts = Array.isArray(node.value) ? node.value : [];
          for (const part of parts) {
            if (part.type !== 'Text') continue;
            part.inAttribute = true;
            if (SPOKEN.has(node.name) && /\p{L}/u.test(part.data)) found.push([file, part.data]);
          }
        }
      });
    }
    expect(found).toEqual([]);
  });
});
