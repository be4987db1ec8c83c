import { get } from './api.js';
import { clock } from './clock.svelte.js';
import { session } from './session.svelte.js';

/** Orders that hold seats and wait for their payment, offered on every page. */
export const holds = $state({ orders: /** @type {import('./types.js').Order[]} */ ([]) });

export async function refreshHolds() {
  if (session.state !== 'in') {
    holds.orders = [];
    return;
  }
  try {
    const { items } = await get('/api/orders?limit=20');
    holds.orders = items.filter((order) => order.status === 'PENDING');
  } catch {
    // An offer, not a duty: the orders page says what is wrong.
  }
}

/** Those whose time is not up yet, by the server's clock. */
export const openHolds = () =>
  holds.orders.filter((order) => order.expiresAt && Date.parse(order.expiresAt) > clock.now);

/** @param {import('./types.js').Order} order */
export const seatsOf = (order) => order.lines.reduce((sum, line) => sum + line.quantity, 0);
