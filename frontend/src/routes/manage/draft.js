import { parsePrice, priceInput } from '../../lib/format.js';
import { t } from '../../lib/i18n.svelte.js';
import { instantsOf, isZone, toLocal } from '../../lib/zone.js';

/**
 * An event as an organizer types it: everything is text, times are local to the event's zone.
 * @typedef {{key: string, id?: string, name: string, price: string, capacity: string}} DraftType
 * @typedef {'startsAt' | 'endsAt' | 'salesStartAt' | 'salesEndAt'} TimeField
 */

/** @type {TimeField[]} */
export const TIME_FIELDS = ['startsAt', 'endsAt', 'salesStartAt', 'salesEndAt'];
let nextKey = 0;

export const emptyType = () => ({ key: `new-${nextKey++}`, name: '', price: '', capacity: '' });

export const emptyDraft = () => ({
  title: '',
  description: '',
  venue: '',
  /** The id of an image; empty for a typographic cover. */
  cover: '',
  timezone: 'Europe/Paris',
  startsAt: '',
  endsAt: '',
  salesStartAt: '',
  salesEndAt: '',
  /** Which one is meant where the clocks show a time twice. @type {Record<string, string>} */
  meant: {},
  capacity: '',
  currency: 'EUR',
  maxPerOrder: '10',
  maxPerAccount: '',
  types: [emptyType()],
});

/** @typedef {ReturnType<typeof emptyDraft>} Draft */

const text = (value) => (value === null || value === undefined ? '' : String(value));

/** Where the image of that id is. @param {string} id @returns {import('../../lib/types.js').Image | null} */
export const coverLinks = (id) =>
  id ? { id, url: `/api/images/${id}`, smallUrl: `/api/images/${id}/small` } : null;

/** @param {import('../../lib/types.js').EventView} event @returns {Draft} */
export function draftOf(event) {
  const zone = event.timezone || 'Europe/Paris';
  const times = Object.fromEntries(
    TIME_FIELDS.map((field) => [field, toLocal(event[field], zone)]),
  );
  const meant = Object.fromEntries(
    TIME_FIELDS.map((field) => [
      field,
      instantsOf(times[field], zone).find((one) => Date.parse(one) === Date.parse(event[field])) ??
        '',
    ]),
  );
  return {
    ...emptyDraft(),
    ...times,
    meant,
    title: event.title,
    description: text(event.description),
    venue: text(event.venue),
    cover: text(event.cover?.id),
    timezone: zone,
    capacity: text(event.capacity),
    currency: event.currency,
    maxPerOrder: text(event.maxPerOrder),
    maxPerAccount: text(event.maxPerAccount),
    types: event.ticketTypes.map((type) => ({
      key: type.id,
      id: type.id,
      name: type.name,
      price: priceInput(type.priceMinor, event.currency),
      capacity: text(type.capacity),
    })),
  };
}

/**
 * The wire's form of a draft, and what is wrong with it by JSON pointer.
 * @param {Draft} draft
 * @param {'DRAFT' | 'PUBLISHED' | 'CANCELED'} status
 */
export function bodyOf(draft, status) {
  /** @type {Record<string, string>} */
  const errors = {};
  const whole = (value, pointer, required) => {
    if (value.trim() === '' && !required) return null;
    if (/^\d{1,9}$/.test(value.trim()) && Number(value) > 0) return Number(value);
    errors[pointer] = t('draft.wholeNumber');
    return null;
  };
  if (!draft.title.trim()) errors['/title'] = t('draft.required');
  if (!isZone(draft.timezone)) errors['/timezone'] = t('draft.zone');

  /** @type {Record<string, any>} */
  const body = {
    title: draft.title.trim(),
    description: draft.description.trim(),
    venue: draft.venue.trim(),
    ...(draft.cover && { cover: draft.cover }),
    timezone: draft.timezone,
    currency: draft.currency,
    capacity: whole(draft.capacity, '/capacity', true),
    status,
    ...timesOf(draft, errors),
  };
  const maxPerOrder = whole(draft.maxPerOrder, '/maxPerOrder', false);
  if (maxPerOrder) body.maxPerOrder = maxPerOrder;
  const maxPerAccount = whole(draft.maxPerAccount, '/maxPerAccount', false);
  if (maxPerAccount) body.maxPerAccount = maxPerAccount;
  body.ticketTypes = draft.types.map((type, index) => {
    const pointer = `/ticketTypes/${index}`;
    const priceMinor = parsePrice(type.price, draft.currency);
    if (!type.name.trim()) errors[`${pointer}/name`] = t('draft.required');
    if (priceMinor === null) errors[`${pointer}/priceMinor`] = t('draft.price');
    const capacity = whole(type.capacity, `${pointer}/capacity`, false);
    return {
      ...(type.id && { id: type.id }),
      name: type.name.trim(),
      priceMinor,
      ...(capacity && { capacity }),
    };
  });
  return { body, errors };
}

/** Instants of the local times; a skipped time is an error, a doubled one must be told apart. */
function timesOf(draft, errors) {
  const times = {};
  for (const field of TIME_FIELDS) {
    if (!draft[field]) {
      if (field === 'startsAt') errors['/startsAt'] = t('draft.required');
      continue;
    }
    const instants = isZone(draft.timezone) ? instantsOf(draft[field], draft.timezone) : [];
    const meant = instants.find((one) => one === draft.meant[field]);
    if (instants.length === 0 && isZone(draft.timezone)) errors[`/${field}`] = t('draft.skipped');
    else if (instants.length > 1 && !meant) errors[`/${field}`] = t('draft.doubled');
    else times[field] = meant ?? instants[0];
  }
  if (times.endsAt && Date.parse(times.endsAt) <= Date.parse(times.startsAt)) {
    errors['/endsAt'] = t('draft.endsBefore');
  }
  return times;
}
