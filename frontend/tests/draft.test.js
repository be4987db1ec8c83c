import { beforeEach, describe, expect, it } from 'vitest';
import { useLocale } from '../src/lib/i18n.svelte.js';
import { bodyOf, draftOf, emptyDraft } from '../src/routes/manage/draft.js';

const filled = (changes = {}) => ({
  ...emptyDraft(),
  title: ' Ondine ',
  startsAt: '2026-12-05T20:30',
  capacity: '120',
  types: [{ key: 'k', name: 'Plein tarif', price: '12,50', capacity: '' }],
  ...changes,
});
const errorsOf = (draft) => Object.keys(bodyOf(draft, 'DRAFT').errors);
beforeEach(() => useLocale('fr'));

describe('an event as typed', () => {
  it('becomes what the service wants, and nothing else', () => {
    const { body, errors } = bodyOf(filled(), 'PUBLISHED');
    expect(errors).toEqual({});
    expect(body).toEqual({
      title: 'Ondine',
      description: '',
      venue: '',
      timezone: 'Europe/Paris',
      currency: 'EUR',
      capacity: 120,
      maxPerOrder: 10,
      status: 'PUBLISHED',
      startsAt: '2026-12-05T20:30:00+01:00',
      ticketTypes: [{ name: 'Plein tarif', priceMinor: 1250 }],
    });
  });

  it('says what is missing, by pointer', () => {
    expect(errorsOf(emptyDraft()).sort()).toEqual([
      '/capacity',
      '/startsAt',
      '/ticketTypes/0/name',
      '/ticketTypes/0/priceMinor',
      '/title',
    ]);
  });

  it('asks about times that a clock change skips or doubles', () => {
    expect(errorsOf(filled({ startsAt: '2027-03-28T02:30' }))).toEqual(['/startsAt']);
    const doubled = filled({ startsAt: '2027-10-31T02:30' });
    expect(errorsOf(doubled)).toEqual(['/startsAt']);
    doubled.meant = { startsAt: '2027-10-31T02:30:00+01:00' };
    expect(bodyOf(doubled, 'DRAFT').body.startsAt).toBe('2027-10-31T02:30:00+01:00');
  });

  it('refuses an end before its start', () => {
    expect(errorsOf(filled({ endsAt: '2026-12-05T19:00' }))).toEqual(['/endsAt']);
  });

  it('comes back from the service unchanged', () => {
    const view = {
      ...bodyOf(filled(), 'DRAFT').body,
      id: 'e',
      endsAt: null,
      salesStartAt: '2027-10-31T00:30:00Z',
      salesEndAt: null,
      ticketTypes: [{ id: 't', name: 'Plein tarif', priceMinor: 1250, capacity: 40 }],
    };
    const draft = draftOf(/** @type {any} */ (view));
    expect(draft.types[0]).toMatchObject({ id: 't', price: '12,50', capacity: '40' });
    const { body, errors } = bodyOf(draft, 'DRAFT');
    expect(errors).toEqual({});
    expect(body.salesStartAt).toBe('2027-10-31T02:30:00+02:00');
    expect(body.ticketTypes).toEqual([
      { id: 't', name: 'Plein tarif', priceMinor: 1250, capacity: 40 },
    ]);
  });
});
