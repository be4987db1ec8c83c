import { soonTime } from './format.js';
import { t } from './i18n.svelte.js';

/** @typedef {'draft' | 'canceled' | 'past' | 'opens' | 'ended' | 'soldOut' | 'allHeld' | 'last' | 'onSale'} SaleState */

/** Below this many, the number itself is news. */
const LAST_PLACES = 10;

const passed = (instant, now) => Boolean(instant) && Date.parse(instant) <= now;

/**
 * Where the sale of an event (or of one of its ticket types) stands at `now`.
 * @param {import('./types.js').EventView} event
 * @param {number} now
 * @param {import('./types.js').Availability} [availability]
 * @returns {SaleState}
 */
export function saleState(event, now, availability = event.availability) {
  if (event.status === 'CANCELED') return 'canceled';
  if (passed(event.endsAt ?? event.startsAt, now)) return 'past';
  if (event.status === 'DRAFT') return 'draft';
  if (event.salesStartAt && !passed(event.salesStartAt, now)) return 'opens';
  if (passed(event.salesEndAt, now)) return 'ended';
  if (availability.status === 'SOLD_OUT') return 'soldOut';
  if (availability.status === 'ALL_HELD') return 'allHeld';
  return availability.remaining <= LAST_PLACES ? 'last' : 'onSale';
}

/** @param {SaleState} state */
export const canBuy = (state) => state === 'onSale' || state === 'last';

/**
 * The same, in words.
 * @param {import('./types.js').EventView} event
 * @param {number} now
 * @param {import('./types.js').Availability} [availability]
 */
export function saleWords(event, now, availability = event.availability) {
  const state = saleState(event, now, availability);
  const until = availability.heldUntil;
  if (state === 'allHeld' && !until) return t('sale.allHeldNoTime');
  return t(`sale.${state}`, {
    n: availability.remaining,
    at: state === 'opens' ? soonTime(event.salesStartAt, event.timezone) : '',
    until: until ? soonTime(until, event.timezone) : '',
  });
}
