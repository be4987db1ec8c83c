/** What the specimens are made of: an evening, its buyer, an order. Only for the style guide. */
const hours = (count) => new Date(Date.now() + count * 3_600_000).toISOString();
const left = (status, remaining = 0) => ({
  status,
  remaining,
  heldUntil: status === 'ALL_HELD' ? hours(0.2) : null,
});

/** @param {object} [changes] @returns {any} */
export const event = (changes = {}) => ({
  id: '0192-cyrano',
  title: 'Cyrano de Bergerac',
  description: '',
  venue: 'Théâtre des Tilleuls, Tours',
  startsAt: hours(100),
  endsAt: hours(103),
  timezone: 'Europe/Paris',
  salesStartAt: null,
  salesEndAt: null,
  currency: 'EUR',
  status: 'PUBLISHED',
  testPayment: false,
  cover: null,
  availability: left('AVAILABLE', 118),
  ticketTypes: [],
  ...changes,
});

/** Every state of a sale. */
export const sales = {
  'on sale': event(),
  'last places': event({ availability: left('AVAILABLE', 3) }),
  'all on hold': event({ availability: left('ALL_HELD') }),
  'sold out': event({ availability: left('SOLD_OUT') }),
  'opens soon': event({ salesStartAt: hours(2) }),
  'sale ended': event({ salesEndAt: hours(-1) }),
  canceled: event({ status: 'CANCELED' }),
  past: event({ startsAt: hours(-5), endsAt: hours(-2) }),
  draft: event({ status: 'DRAFT' }),
};

/** @type {any} */
export const order = {
  id: 'o-1',
  code: 'k7m2p9qx',
  eventId: '0192-cyrano',
  eventTitle: 'Cyrano de Bergerac',
  eventStartsAt: hours(100),
  eventTimezone: 'Europe/Paris',
  eventVenue: 'Théâtre des Tilleuls, Tours',
  status: 'PENDING',
  expiresAt: hours(0.2),
  currency: 'EUR',
  totalMinor: 4800,
  lines: [{ ticketTypeId: 't', name: 'Plein tarif', quantity: 2, unitPriceMinor: 2400 }],
  tickets: [],
};

export const soon = hours(0.25);
export const now = hours(0.02);
