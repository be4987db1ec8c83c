import en from './messages/en.js';
import fr from './messages/fr.js';

/** @typedef {'fr' | 'en'} Locale */

const MESSAGES = { fr: { ...fr }, en: { ...en } };
const STORED = 'billetterie.locale';

/** @returns {Locale} */
function firstLocale() {
  const stored = localStorage.getItem(STORED);
  if (stored === 'fr' || stored === 'en') return stored;
  const wanted = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2));
  return wanted.find((tag) => tag === 'fr' || tag === 'en') === 'en' ? 'en' : 'fr';
}

/** `brand`: the house's name, once it has one. */
export const i18n = $state({ locale: firstLocale(), brand: '' });
document.documentElement.lang = i18n.locale;

/** @param {Locale} locale */
export function useLocale(locale) {
  i18n.locale = locale;
  document.documentElement.lang = locale;
  localStorage.setItem(STORED, locale);
}

/** Adds what only some pages say, before the first of them is shown. */
export function addMessages(more) {
  Object.assign(MESSAGES.fr, more.fr);
  Object.assign(MESSAGES.en, more.en);
}

/**
 * The text for `key` in the chosen language. A text that counts is a function of its values.
 * @param {string} key
 * @param {Record<string, any>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const text = MESSAGES[i18n.locale][key];
  if (text === undefined) return key;
  if (typeof text === 'function') return text(values);
  const said = { brand: i18n.brand || MESSAGES.fr.brand, ...values };
  return text.replace(/\{(\w+)\}/g, (_, name) => String(said[name] ?? ''));
}
