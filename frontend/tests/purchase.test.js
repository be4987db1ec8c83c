import { beforeEach, describe, expect, it } from 'vitest';
import { isFresh, newKey, openAttempt, purchaseOnce } from '../src/lib/purchase.js';
import { problem, serve } from './server.js';

const lines = [{ ticketTypeId: 't', quantity: 2 }];
const soon = { 'Retry-After': '0.01' };
const buy = (changes = {}) =>
  purchaseOnce({
    scope: 'order:e',
    path: '/api/events/e/orders',
    body: { lines },
    onState: () => {},
    isWanted: () => true,
    ...changes,
  });
const keysOf = (calls) => calls.map(({ headers }) => headers['Idempotency-Key']);

beforeEach(() => localStorage.clear());

describe('a purchase', () => {
  it('repeats the same key until the outcome is known', async () => {
    const states = [];
    const calls = serve(
      problem(503, 'outcome-unknown', {}, soon),
      problem(409, 'in-flight', {}, soon),
      {
        status: 201,
        body: { id: 'o' },
      },
    );
    expect(await buy({ onState: (state) => states.push(state) })).toEqual({ id: 'o' });
    expect(new Set(keysOf(calls)).size).toBe(1);
    expect(calls).toHaveLength(3);
    expect(states).toEqual(['sending', 'checking', 'checking']);
    expect(openAttempt('order:e')).toBeNull();
  });

  it('keeps its key over a reload: what was sent can be asked again', async () => {
    const first = serve(problem(503, 'outcome-unknown'));
    await buy({ isWanted: () => false }).catch(() => {});
    const attempt = openAttempt('order:e');
    expect(attempt.body).toEqual({ lines });
    expect(isFresh(attempt)).toBe(true);
    const second = serve({ status: 201, body: {} });
    await buy({ body: attempt.body });
    expect(keysOf(second)).toEqual(keysOf(first));
  });

  it('gets a new key for another choice, and after a refusal', async () => {
    const calls = serve(problem(503, 'outcome-unknown'), problem(409, 'sold-out'), { body: {} });
    await buy({ isWanted: () => false }).catch(() => {});
    await buy({ body: { lines: [] } }).catch(() => {});
    await buy();
    expect(new Set(keysOf(calls)).size).toBe(3);
  });

  it('survives a cut connection', async () => {
    const calls = serve(new TypeError('failed'), { body: {} });
    const bought = buy();
    setTimeout(() => dispatchEvent(new Event('online')), 20);
    await bought;
    expect(new Set(keysOf(calls)).size).toBe(1);
  });

  it('remembers no card', async () => {
    serve(problem(503, 'outcome-unknown'));
    const body = {
      method: 'test-card',
      card: { number: '4242424242424242', expiry: '12/30', cvc: '987' },
    };
    await buy({ scope: 'payment:o', body, remembered: 'o', isWanted: () => false }).catch(() => {});
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/4242|987|12\/30/);
  });
});

it('makes keys without randomUUID, which plain http does not have', () => {
  expect(newKey()).toMatch(/^[0-9a-f-]{32,36}$/);
  const { randomUUID } = crypto;
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
  Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true });
});
