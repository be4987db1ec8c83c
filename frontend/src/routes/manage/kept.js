import { emptyType } from './draft.js';

/**
 * What is being typed, kept in this browser at every stroke: it survives a reload, a closed tab and
 * a session that ends, and is offered back to the same account only. Never sent by itself.
 */
const KEPT = 'billetterie.draft:';
const DAYS_MAX = 60;

/** @param {string} accountId @param {string} [eventId] */
export const keptKey = (accountId, eventId = 'new') => `${KEPT}${accountId}:${eventId}`;

/** What the service would see of it: keys of the page left out. @param {import('./draft.js').Draft} draft */
export const comparable = (draft) =>
  JSON.stringify({
    ...draft,
    types: draft.types.map(({ id = '', name, price, capacity }) => [id, name, price, capacity]),
  });

/**
 * @param {string} key
 * @returns {{draft: import('./draft.js').Draft, version: number | null, at: string} | null}
 */
export function kept(key) {
  forgetOld();
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (!found) return null;
    // Keys of types not saved yet may be in use on this page already.
    const types = found.draft.types.map((type) => ({ ...type, key: type.id ?? emptyType().key }));
    return { ...found, draft: { ...found.draft, types } };
  } catch {
    return null;
  }
}

/** @param {string} key @param {import('./draft.js').Draft} draft @param {number | null} version that it began from */
export function keep(key, draft, version) {
  try {
    localStorage.setItem(key, JSON.stringify({ draft, version, at: new Date().toISOString() }));
  } catch {
    // A full storage: the page goes on without.
  }
}

/** @param {string} key */
export const forget = (key) => localStorage.removeItem(key);

const LEARNED = 'billetterie.usual';

/** Most houses have one venue and one currency: the next event begins with the last one's. */
export function learned() {
  try {
    return JSON.parse(localStorage.getItem(LEARNED) ?? '{}');
  } catch {
    return {};
  }
}

/** @param {import('../../lib/types.js').EventView} event */
export function learn({ venue, timezone, currency }) {
  localStorage.setItem(LEARNED, JSON.stringify({ venue: venue ?? '', timezone, currency }));
}

function forgetOld() {
  const before = Date.now() - DAYS_MAX * 86_400_000;
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(KEPT)) continue;
    const at = /"at":"([^"]+)"/.exec(localStorage.getItem(key) ?? '')?.[1];
    if (!at || Date.parse(at) < before) forget(key);
  }
}
