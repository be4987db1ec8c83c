import { beforeEach, describe, expect, it } from 'vitest';
import { clock } from '../src/lib/clock.svelte.js';
import * as format from '../src/lib/format.js';
import { useLocale } from '../src/lib/i18n.svelte.js';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
beforeEach(() => useLocale('fr'));

describe('money', () => {
  it('is written as the language writes it', () => {
    expect(plain(format.money(1250, 'EUR'))).toBe('12,50 €');
    useLocale('en');
    expect(format.money(1250, 'EUR')).toBe('€12.50');
  });

  it('follows the decimals of its currency', () => {
    expect(plain(format.money(1250, 'JPY'))).toMatch(/^1 250/);
    expect(plain(format.money(12500, 'TND'))).toMatch(/^12,500/);
    expect([format.decimals('EUR'), format.decimals('JPY'), format.decimals('TND')]).toEqual([
      2, 0, 3,
    ]);
  });

  it('says that nothing is to pay', () => {
    expect(format.price(0, 'EUR')).toBe('Gratuit');
  });

  it.each([
    ['12,50', 'EUR', 1250],
    ['12.5', 'EUR', 1250],
    ['12', 'EUR', 1200],
    ['12 €', 'EUR', 1200],
    ['1 250,00', 'EUR', 125000],
    ['0', 'EUR', 0],
    ['1500', 'JPY', 1500],
    ['12,500', 'TND', 12500],
    ['12,505', 'EUR', null],
    ['12,5', 'JPY', null],
    ['-3', 'EUR', null],
    ['douze', 'EUR', null],
    ['', 'EUR', null],
  ])('reads %s %s as %s', (text, currency, minor) => {
    expect(format.parsePrice(text, currency)).toBe(minor);
  });

  it('shows a price as it would be typed', () => {
    expect(format.priceInput(1250, 'EUR')).toBe('12,50');
    expect(format.priceInput(1200, 'EUR')).toBe('12');
    useLocale('en');
    expect(format.priceInput(1250, 'EUR')).toBe('12.50');
  });
});

describe('dates', () => {
  const evening = '2026-12-05T19:30:00Z';

  it('are in the zone of the event', () => {
    expect(plain(format.time(evening, 'Europe/Paris'))).toBe('20 h 30');
    expect(plain(format.time('2026-12-05T19:00:00Z', 'Europe/Paris'))).toBe('20 h');
    expect(plain(format.time(evening, 'America/Martinique'))).toBe('15 h 30');
    useLocale('en');
    expect(format.time(evening, 'Europe/Paris')).toBe('20:30');
  });

  it('name the first of a month in French', () => {
    clock.now = Date.parse('2026-11-22T10:00:00Z');
    expect(format.day('2026-12-01T19:30:00Z', 'Europe/Paris')).toBe('mardi 1er décembre');
    expect(format.day('2026-12-11T19:30:00Z', 'Europe/Paris')).toBe('vendredi 11 décembre');
  });

  it('give the year when it is another one', () => {
    clock.now = Date.parse('2026-11-22T10:00:00Z');
    expect(format.day('2027-01-02T19:30:00Z', 'Europe/Paris')).toContain('2027');
  });

  it('count down without going below zero', () => {
    clock.now = Date.parse('2026-12-05T19:15:01Z');
    expect(format.minutesLeft(evening)).toBe('14:59');
    expect(format.minutesLeft('2026-12-05T21:16:06Z')).toBe('2:01:05');
    expect(format.minutesLeft('2026-12-05T19:00:00Z')).toBe('0:00');
  });
});
