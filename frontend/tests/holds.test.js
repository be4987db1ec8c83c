import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serve } from './server.js';

const order = {
  id: 'o',
  code: 'k6aaqbga',
  status: 'PENDING',
  eventTitle: 'Ondine',
  expiresAt: new Date(Date.now() + 60_000).toISOString(),
  totalMinor: 4800,
  lines: [{ ticketTypeId: 't', quantity: 2, unitMinor: 2400 }],
};

/** The same module as a page that has just been opened has it. */
async function newPage() {
  vi.resetModules();
  return {
    ...(await import('../src/lib/holds.svelte.js')),
    ...(await import('../src/lib/session.svelte.js')),
  };
}

beforeEach(() => localStorage.clear());

describe('places that are held', () => {
  it('are offered by the next page before it has asked', async () => {
    const first = await newPage();
    expect(first.openHolds()).toEqual([]);
    first.signedIn({ id: 'a' });
    serve({ body: { items: [order, { ...order, id: 'p', status: 'PAID' }] } });
    await first.refreshHolds();
    const next = await newPage();
    expect(next.openHolds().map(({ id }) => id)).toEqual(['o']);
    expect(next.seatsOf(next.openHolds()[0])).toBe(2);
  });

  it('are gone for the next page once they are paid, or nobody is signed in', async () => {
    const first = await newPage();
    first.signedIn({ id: 'a' });
    serve({ body: { items: [order] } }, { body: { items: [] } });
    await first.refreshHolds();
    await first.refreshHolds();
    expect((await newPage()).openHolds()).toEqual([]);
    serve({ body: { items: [order] } });
    await first.refreshHolds();
    first.signedOut();
    expect((await newPage()).openHolds()).toEqual([]);
  });
});
