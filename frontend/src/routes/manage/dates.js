import { t } from '../../lib/i18n.svelte.js';
import { instantsOf, toLocal } from '../../lib/zone.js';

/**
 * Further dates of an event, as they are typed: local times of its zone.
 * @typedef {{key: number, startsAt: string, timezone: string, meant: Record<string, string>}} FurtherDate
 */
let nextKey = 0;

/** The same hour some days later, by the calendar. @param {string} local @param {number} days */
export function later(local, days) {
  const date = new Date(`${local.slice(0, 10)}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) + local.slice(10);
}

/** @param {string} startsAt @param {string} timezone @returns {FurtherDate} */
export const furtherDate = (startsAt, timezone) => ({
  key: nextKey++,
  startsAt,
  timezone,
  meant: {},
});

/** @param {import('../../lib/types.js').EventView} event */
export const localStart = (event) => toLocal(event.startsAt, event.timezone);

/**
 * Their instants, or what is wrong with each by its place.
 * @param {FurtherDate[]} dates
 */
export function instantsOfDates(dates) {
  /** @type {Record<number, string>} */
  const errors = {};
  const instants = dates.map((date, index) => {
    const found = date.startsAt ? instantsOf(date.startsAt, date.timezone) : [];
    const meant = found.find((one) => one === date.meant.startsAt);
    if (!date.startsAt) errors[index] = t('draft.required');
    else if (found.length === 0) errors[index] = t('draft.skipped');
    else if (found.length > 1 && !meant) errors[index] = t('draft.doubled');
    const instant = meant ?? found[0];
    const twice = dates.findIndex((other) => other.startsAt === date.startsAt) < index;
    if (instant && twice) errors[index] ??= t('copies.twice');
    return instant;
  });
  return { instants, errors };
}
