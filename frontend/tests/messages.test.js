import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources, walkMarkup } from './support.js';
import { en, FILES, FOR_PROGRAMS, fr, texts } from './texts.js';

const code = sources().filter(({ file }) => !file.includes('/messages/'));
const all = code.map(({ text }) => text).join('\n');

/** `t('a.b')` by name; `t(`a.${x}.c`)` as a pattern; and any quoted whole key (chosen by a condition). */
const named = new Set([...all.matchAll(/'([a-z]\w*(?:\.\w+)*)'/gi)].map(([, key]) => key));
const patterns = [...all.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
  ([, key]) =>
    new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^`]*?\}(?=\\\.|$)/g, '[\\w-]+')}$`),
);
const asked = [...all.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key);

const french = texts()
  .filter(({ key }) => !FOR_PROGRAMS.test(key))
  .map(({ key, french: said }) => [key, said]);

describe('messages', () => {
  it('has the same keys in both languages', () => {
    for (const [file, { fr: french, en: english }] of Object.entries(FILES)) {
      expect(Object.keys(french).sort(), file).toEqual(Object.keys(english).sort());
    }
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
    const keys = new Set(Object.keys(FILES.manage.fr));
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
    const missing = [...documented]
      .map(([, slug]) => slug)
      .filter((slug) => !(slug in FILES.problems.fr));
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
});

describe('components', () => {
  const SPOKEN = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label']);

  it('hold no literal text', () => {
    const found = [];
    for (const { file, text } of sources(/(?<!StyleGuide)\.svelte$/)) {
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
