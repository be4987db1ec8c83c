import { describe, expect, it } from 'vitest';
import { FOR_PROGRAMS, texts } from './texts.js';

/** Words that are the same in both languages, or names. */
const BOTH = new Set(
  `billetterie fr français en english minute minutes navigation menu message messages https session
   sessions page pages date places place total taxes mm code mail phrase protection machine public
   version versions attention europe paris festival test on question possible format service services
   url trace action content type usage admin application secret mode administration cookie api
   authorization port contact image images logo jpeg png photo dates qr transparent`
    .trim()
    .split(/\s+/),
);

const ENGLISH =
  /(?<!\p{L})(the|and|your|you|with|please|not|found|sign|ticket|tickets|event|events|seat|seats|sold|error|failed|password|loading|reload|retry|forbidden|account|order|orders)(?!\p{L})/iu;

const words = (text) =>
  text
    .replace(/\{\w+\}/g, ' ')
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];

/** What should not stand in a French text; its English tells which words were forgotten. */
function faults(french, english = '') {
  const plain = french
    .replace(/\{\w+\}|\b[A-Z]+(_[A-Z]+)+(=\w+)?/g, ' ')
    .replace(/\/?bin\/\w+( --\w+)?|https?:\/\/\S+/g, ' ');
  const found = [];
  if (/(?<!\d)[45]\d\d(?!\d)/.test(plain)) found.push('a status number');
  if (/exception|stack ?trace|null|undefined|NaN/i.test(plain)) found.push('an exception');
  if (/\p{Ll}\p{Lu}\p{Ll}|\p{L}_\p{L}|(?:^|\s)\/\w+/u.test(plain))
    found.push('the name of a field');
  if (ENGLISH.test(plain)) found.push(`English: ${ENGLISH.exec(plain)[0]}`);
  const inEnglish = new Set(words(english));
  const same = words(plain).filter((word) => inEnglish.has(word) && !BOTH.has(word));
  return [...found, ...same.map((word) => `the same as in English: ${word}`)];
}

describe('what a French reader reads', () => {
  it('has no status number, exception, field name or English word', () => {
    const wrong = texts()
      .filter(({ key }) => !FOR_PROGRAMS.test(key))
      .map(({ key, french, english }) => [key, ...faults(french, english)])
      .filter(([, ...found]) => found.length > 0);
    expect(wrong).toEqual([]);
  });

  it('is never left in English', () => {
    const wrong = texts().filter(
      ({ french, english }) => french === english && words(french).some((word) => !BOTH.has(word)),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});

/** A test of the test above. */
describe('what would be noticed', () => {
  it.each([
    ['Erreur 404', 'a status number'],
    ['NullPointerException à la ligne 12', 'an exception'],
    ['Le champ salesStartAt est vide', 'the name of a field'],
    ['Corrigez sales_start_at', 'the name of a field'],
    ['Corrigez /ticketTypes/0/name', 'the name of a field'],
    ['Votre password est trop court', 'English: password'],
    ['Please réessayez', 'English: Please'],
  ])('%s', (french, fault) => {
    expect(faults(french)).toContain(fault);
  });

  it('a word that was not translated', () => {
    expect(faults('Choisissez un venue', 'Choose a venue')).toEqual([
      'the same as in English: venue',
    ]);
    expect(faults('Choisissez un lieu', 'Choose a venue')).toEqual([]);
  });
});
