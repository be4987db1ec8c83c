import { readdirSync, readFileSync } from 'node:fs';
import enHouse from '../src/lib/messages/en.house.js';
import enFirst from '../src/lib/messages/en.js';
import enManage from '../src/lib/messages/en.manage.js';
import enProblems from '../src/lib/messages/en.problems.js';
import frHouse from '../src/lib/messages/fr.house.js';
import frFirst from '../src/lib/messages/fr.js';
import frManage from '../src/lib/messages/fr.manage.js';
import frProblems from '../src/lib/messages/fr.problems.js';

export const FILES = {
  first: { fr: frFirst, en: enFirst },
  manage: { fr: frManage, en: enManage },
  house: { fr: frHouse, en: enHouse },
  problems: { fr: frProblems, en: enProblems },
};
export const fr = { ...frFirst, ...frManage, ...frHouse };
export const en = { ...enFirst, ...enManage, ...enHouse };

/** What a text says, whatever its numbers. */
const saidBy = (text) =>
  typeof text === 'function'
    ? [0, 1, 2].map((n) => text({ n, name: 'N', event: 'E', code: 'C' })).join('\n')
    : text;

/** @typedef {{key: string, french: string, english: string}} Said */

const ofPages = () =>
  Object.keys(fr).map((key) => said(key, saidBy(fr[key]), saidBy(en[key] ?? '')));
const said = (key, french, english) => ({ key, french, english });

const ofProblems = () =>
  Object.entries(frProblems).flatMap(([slug, parts]) =>
    Object.keys(parts).map((part) => said(`${slug}.${part}`, parts[part], enProblems[slug][part])),
  );

const properties = (file) =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('=') && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

/** What the services say in their answers (not what bin/admin says on a terminal). */
const ofServices = () =>
  ['kit', 'auth', 'webd'].flatMap((module) => {
    const folder = `../${module}/src/main/resources/messages/`;
    return readdirSync(folder)
      .filter((file) => /(?<!^admin)_fr\.properties$/.test(file))
      .flatMap((file) => {
        const french = properties(folder + file);
        const english = properties(folder + file.replace('_fr.', '_en.'));
        return Object.keys(french).map((key) => said(key, french[key], english[key] ?? ''));
      });
  });

/**
 * What only programs meet: the pages never send such requests, and who writes a program reads the
 * names of headers and fields.
 */
export const FOR_PROGRAMS =
  /^(malformed|unsupported-media-type|not-acceptable|method-not-allowed|idempotency-|in-flight|precondition-required|both-credentials|csrf|misdirected|invalid-fields|field\.(unknown-field|new-status|instant|type|query-length|limit|timezone|currency)|sign-in-closed|closed\.next)/;

/** Everything that is said in French, with its English. @returns {Said[]} */
export const texts = () => [...ofPages(), ...ofProblems(), ...ofServices()];
