import { beforeEach, describe, expect, it } from 'vitest';
import { canBuy, saleState, saleWords } from '../src/lib/availability.js';
import { clock } from '../src/lib/clock.svelte.js';
import { useLocale } from '../src/lib/i18n.svelte.js';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const event = (changes = {}, availability = {}) => ({
  status: 'PUBLISHED',
  startsAt: '2026-12-05T19:30:00Z',
  endsAt: null,
  timezone: 'Europe/Paris',
  salesStartAt: null,
  salesEndAt: null,
  availability: { status: 'AVAILABLE', remaining: 50, heldUntil: null, ...availability },
  ...changes,
});
const held = { status: 'ALL_HELD', remaining: 0, heldUntil: '2026-12-01T19:15:00Z' };

beforeEach(() => {
  useLocale('fr');
  clock.now = NOW;
});

describe('where a sale stands', () => {
  it.each([
    ['onSale', event()],
    ['last', event({}, { remaining: 3 })],
    ['allHeld', event({}, held)],
    ['soldOut', event({}, { status: 'SOLD_OUT', remaining: 0 })],
    ['opens', event({ salesStartAt: '2026-12-02T09:00:00Z' })],
    ['ended', event({ salesEndAt: '2026-12-01T09:00:00Z' })],
    ['canceled', event({ status: 'CANCELED', startsAt: '2026-01-01T09:00:00Z' })],
    ['past', event({ startsAt: '2026-11-01T09:00:00Z' })],
    ['draft', event({ status: 'DRAFT' })],
  ])('%s', (state, one) => {
    expect(saleState(one, NOW)).toBe(state);
    expect(canBuy(state)).toBe(state === 'onSale' || state === 'last');
  });

  it('opens by itself when its time has come', () => {
    const one = event({ salesStartAt: '2026-12-01T12:00:05Z' });
    expect(saleState(one, NOW)).toBe('opens');
    expect(saleState(one, NOW + 5000)).toBe('onSale');
  });

  it('is said in words', () => {
    const said = (one) => saleWords(one, NOW).replace(/[\u00a0\u202f]/g, ' ');
    expect(said(event({}, held))).toBe(
      'Tout est réservé, des places peuvent revenir jusqu’à 20 h 15',
    );
    expect(said(event({}, { remaining: 3 }))).toBe('3 dernières places');
    expect(said(event({ salesStartAt: '2026-12-02T09:00:00Z' }))).toBe(
      'Ouverture des ventes : mercredi 2 décembre à 10 h',
    );
    useLocale('en');
    expect(said(event({}, held))).toBe('All on hold: places may come back until 20:15');
  });
});
