import { get } from './api.js';
import { clock } from './clock.svelte.js';
import { OWN, session } from './session.svelte.js';

/** What the page before knew: a bar that comes in late would push a page down that is read already. */
const KEPT = OWN + 'holds';

/** Orders that hold seats and wait for their payment, offered on every page. */
export const holds = $state({ orders: kept() });

/** @returns {import('./types.js').Order[]} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]');
  } catch {
    return [];
  }
}

/** @param {import('./types.js').Order[]} orders */
function keep(orders) {
  const shown = orders.map(({ id, eventTitle, expiresAt, lines }) => ({
    id,
    eventTitle,
    expiresAt,
    lines: lines.map(({ quantity }) => ({ quantity })),
  }));
  localStorage.setItem(KEPT, JSON.stringify(shown));
}

export async function refreshHolds() {
  if (session.state !== 'in') {
    holds.orders = [];
    return;
  }
  try {
    const { items } = await get('/api/orders?limit=20');
    holds.orders = items.filter((order) => order.status === 'PENDING');
    keep(holds.orders);
  } catch {
    // An offer, not a duty: the orders page says what is wrong.
  }
}

/** Those whose time is not up yet, by the server's clock. */
export const openHolds = () =>
  holds.orders.filter((order) => order.expiresAt && Date.parse(order.expiresAt) > clock.now);

/** @param {import('./types.js').Order} order */
export const seatsOf = (order) => order.lines.reduce((sum, line) => sum + line.quantity, 0);
