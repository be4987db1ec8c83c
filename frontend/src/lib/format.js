import { untrack } from 'svelte';
import { clock } from './clock.svelte.js';
import { i18n, t } from './i18n.svelte.js';

const tag = () => (i18n.locale === 'fr' ? 'fr-FR' : 'en-GB');
const DEFAULT_ZONE = 'Europe/Paris';

/** Formatters are dear to make and cheap to keep. @type {Map<string, any>} */
const kept = new Map();

/** @template T @param {new (tag: string, options: any) => T} Format @returns {T} */
function formatter(Format, locale, options) {
  const key = Format.name + locale + JSON.stringify(options);
  if (!kept.has(key)) kept.set(key, new Format(locale, options));
  return kept.get(key);
}

/** An organizer's text with the spaces that keep « a : b » from breaking before its sign. */
export const typeset = (text) => text.replace(/ (?=[;:!?»])/g, '\u202f').replace(/« /g, '«\u202f');

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for TND. */
export function decimals(currency) {
  try {
    const format = formatter(Intl.NumberFormat, tag(), { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** @param {number} minor @param {string} currency */
export function money(minor, currency) {
  const digits = decimals(currency);
  const value = minor / 10 ** digits;
  try {
    return formatter(Intl.NumberFormat, tag(), { style: 'currency', currency }).format(value);
  } catch {
    return `${value.toFixed(digits)} ${currency}`;
  }
}

/** A price to the public: nothing to pay is said in a word. */
export const price = (minor, currency) => (minor === 0 ? t('price.free') : money(minor, currency));

/**
 * Reads `12,50`, `12.50`, `12 €` or `1 250,00` as minor units; null when it is no price of that
 * currency (too many decimals, negative, or not a number).
 * @param {string} text @param {string} currency
 */
export function parsePrice(text, currency) {
  const digits = decimals(currency);
  const plain = text.replace(/[\s\u00a0\u202f€$£]/g, '').replace(',', '.');
  const match = /^(\d{1,9})(?:\.(\d*))?$/.exec(plain);
  if (!match || (match[2] ?? '').length > digits) return null;
  return Number(match[1]) * 10 ** digits + Number((match[2] ?? '').padEnd(digits, '0') || 0);
}

/** A price as it would be typed: `12,50` in French, `12.50` in English, `12` when round. */
export function priceInput(minor, currency) {
  const digits = decimals(currency);
  const whole = minor % 10 ** digits === 0;
  const text = (minor / 10 ** digits).toFixed(whole ? 0 : digits);
  return i18n.locale === 'fr' ? text.replace('.', ',') : text;
}

/** @param {number} count */
export const number = (count) => formatter(Intl.NumberFormat, tag(), {}).format(count);

function format(instant, zone, options) {
  const build = (timeZone) => formatter(Intl.DateTimeFormat, tag(), { ...options, timeZone });
  try {
    return build(zone ?? DEFAULT_ZONE).format(new Date(instant));
  } catch {
    return build('UTC').format(new Date(instant));
  }
}

/** `20 h 30` in French (`20 h` on the hour), `20:30` in English, in the event's own zone. */
export function time(instant, zone) {
  const text = format(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (i18n.locale !== 'fr') return text;
  const [hour, minute] = text.split(':');
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

// Read once: a page that is open at midnight on New Year's Eve may show one year too many.
const sameYear = (instant) =>
  new Date(instant).getUTCFullYear() === new Date(untrack(() => clock.now)).getUTCFullYear();

/** The first of a month is `1er` in French. */
const ordinal = (text) => (i18n.locale === 'fr' ? text.replace(/(^|\s)1(?=\s)/, '$11er') : text);

/** `samedi 5 décembre`, with the year only when it is another one. */
export function day(instant, zone) {
  const year = sameYear(instant) ? undefined : /** @type {const} */ ('numeric');
  return ordinal(format(instant, zone, { weekday: 'long', day: 'numeric', month: 'long', year }));
}

/** `sam. 5 déc.`: for lists and covers. */
export function shortDay(instant, zone) {
  const year = sameYear(instant) ? undefined : /** @type {const} */ ('numeric');
  return ordinal(format(instant, zone, { weekday: 'short', day: 'numeric', month: 'short', year }));
}

/** `samedi 5 décembre à 20 h 30` */
export const dayTime = (instant, zone) =>
  t('date.dayTime', { day: day(instant, zone), time: time(instant, zone) });

/** The hour alone when it is today, the day too when it is not. */
export function soonTime(instant, zone) {
  const today = day(clock.now, zone) === day(instant, zone);
  return today ? time(instant, zone) : dayTime(instant, zone);
}

/** The zone's name, when the reader's clock shows another time than the event's. */
export function zoneNote(instant, zone) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || time(instant, zone) === time(instant, own)) return '';
  return t('date.zone', { zone: zone.replaceAll('_', ' ') });
}

/** `4:07` of a duration that is left, never below zero. */
export function minutesLeft(until) {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - clock.now) / 1000));
  const part = (value) => String(value).padStart(2, '0');
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  const tail = `${hours ? part(Math.floor(rest / 60)) : Math.floor(rest / 60)}:${part(rest % 60)}`;
  return hours ? `${hours}:${tail}` : tail;
}
