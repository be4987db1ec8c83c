import { describe, expect, it } from 'vitest';
import { instantsOf, isZone, toLocal } from '../src/lib/zone.js';

describe('local times', () => {
  it('stand for one instant on most days', () => {
    expect(instantsOf('2026-12-05T20:30', 'Europe/Paris')).toEqual(['2026-12-05T20:30:00+01:00']);
    expect(instantsOf('2026-07-14T20:30', 'Europe/Paris')).toEqual(['2026-07-14T20:30:00+02:00']);
    expect(instantsOf('2026-12-05T20:30', 'Asia/Kathmandu')).toEqual(['2026-12-05T20:30:00+05:45']);
  });

  it('stand for none where the clocks skip them', () => {
    expect(instantsOf('2027-03-28T02:30', 'Europe/Paris')).toEqual([]);
  });

  it('stand for two where the clocks show them twice, the earlier first', () => {
    expect(instantsOf('2027-10-31T02:30', 'Europe/Paris')).toEqual([
      '2027-10-31T02:30:00+02:00',
      '2027-10-31T02:30:00+01:00',
    ]);
  });

  it('come back from an instant', () => {
    expect(toLocal('2026-12-05T19:30:00Z', 'Europe/Paris')).toBe('2026-12-05T20:30');
    expect(toLocal(null, 'Europe/Paris')).toBe('');
  });

  it('need a zone that exists', () => {
    expect([isZone('Europe/Paris'), isZone('Europe/Pari'), isZone('')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
