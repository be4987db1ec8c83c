import { beforeEach, describe, expect, it } from 'vitest';
import { later, furtherDate, instantsOfDates } from '../src/routes/manage/dates.js';
import { emptyDraft } from '../src/routes/manage/draft.js';
import { comparable, forget, keep, kept, keptKey } from '../src/routes/manage/kept.js';

beforeEach(() => localStorage.clear());

describe('what is being typed', () => {
  const draft = { ...emptyDraft(), title: 'Ondine' };

  it('comes back to the account that typed it, and to no other', () => {
    keep(keptKey('a'), draft, null);
    expect(comparable(kept(keptKey('a')).draft)).toBe(comparable(draft));
    expect(kept(keptKey('b'))).toBeNull();
    expect(kept(keptKey('a', 'e'))).toBeNull();
  });

  it('remembers from which version it began', () => {
    keep(keptKey('a', 'e'), draft, 4);
    expect(kept(keptKey('a', 'e')).version).toBe(4);
    forget(keptKey('a', 'e'));
    expect(kept(keptKey('a', 'e'))).toBeNull();
  });

  it('is not mixed up with types that are there already', () => {
    keep(keptKey('a'), draft, null);
    const key = kept(keptKey('a')).draft.types[0].key;
    expect(key).not.toBe(draft.types[0].key);
  });

  it('is forgotten after two months, and when it cannot be read', () => {
    localStorage.setItem(keptKey('a', 'broken'), '{');
    localStorage.setItem(
      keptKey('a', 'old'),
      JSON.stringify({ draft, version: 1, at: '2020-01-01T00:00:00.000Z' }),
    );
    expect(kept(keptKey('a', 'broken'))).toBeNull();
    expect(kept(keptKey('a', 'old'))).toBeNull();
    expect(localStorage).toHaveLength(0);
  });
});

describe('further dates', () => {
  const at = (...times) => times.map((time) => furtherDate(time, 'Europe/Paris'));

  it('keep their hour over a change of clocks', () => {
    expect(later('2027-03-27T20:30', 7)).toBe('2027-04-03T20:30');
    expect(later('2027-12-31T20:30', 1)).toBe('2028-01-01T20:30');
    const { instants, errors } = instantsOfDates(at('2027-03-27T20:30', '2027-04-03T20:30'));
    expect(errors).toEqual({});
    expect(instants).toEqual(['2027-03-27T20:30:00+01:00', '2027-04-03T20:30:00+02:00']);
  });

  it('say which one is missing, twice, skipped or doubled', () => {
    const dates = at(
      '',
      '2027-04-03T20:30',
      '2027-04-03T20:30',
      '2027-03-28T02:30',
      '2027-10-31T02:30',
    );
    expect(Object.keys(instantsOfDates(dates).errors)).toEqual(['0', '2', '3', '4']);
    dates[4].meant = { startsAt: '2027-10-31T02:30:00+01:00' };
    expect(instantsOfDates(dates).errors[4]).toBeUndefined();
  });
});
