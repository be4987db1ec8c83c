import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Countdown from '../src/lib/Countdown.svelte';
import Field from '../src/lib/Field.svelte';
import ProblemNotice from '../src/lib/ProblemNotice.svelte';
import { clock } from '../src/lib/clock.svelte.js';
import { coverOf, titleSize } from '../src/lib/cover.js';
import { useLocale } from '../src/lib/i18n.svelte.js';
import { ApiProblem, touched } from '../src/lib/problem.js';
import { localPath, match } from '../src/lib/router.svelte.js';

let shown;
const show = (component, props) => {
  shown = mount(component, { target: document.body, props });
  flushSync();
};
beforeEach(() => useLocale('fr'));
afterEach(() => shown && unmount(shown).then(() => (shown = null)));

const soldOut = new ApiProblem({
  type: '/problems#sold-out',
  title: 'Complet',
  detail: 'Reste 2.',
  instance: 'r1',
});

describe('a problem', () => {
  it('is announced with its reference and what became of seats and money', () => {
    show(ProblemNotice, { problem: soldOut, step: 'order' });
    const alert = document.querySelector('[role=alert]');
    expect(alert.textContent).toContain('Complet');
    expect(alert.textContent).toContain('r1');
    expect(alert.textContent).toContain('rien n’a été payé');
  });

  it('does not repeat what the service has said about seats and money', () => {
    const body = { type: '#sold-out', detail: 'Il en reste 2. Aucune place n’a été prise.' };
    expect(touched(new ApiProblem(body), 'order')).toBeNull();
  });

  it('never claims that nothing happened when nobody knows', () => {
    const of = (slug) => new ApiProblem({ type: `#${slug}` });
    expect(touched(of('outcome-unknown'), 'payment')).toBe('unknown');
    expect(touched(of('network'), 'order')).toBe('unknown');
    expect(touched(of('payment-declined'), 'payment')).toBe('held');
    expect(touched(of('sold-out'), 'order')).toBe('nothing');
  });
});

describe('a field', () => {
  it('ties its error to its input', () => {
    show(Field, { label: 'Nom', name: 'name', error: 'À remplir.', hint: 'Le vôtre' });
    const input = document.querySelector('input');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = input.getAttribute('aria-describedby').split(' ');
    const said = described.map((id) => document.getElementById(id).textContent);
    expect(said).toEqual(['Le vôtre', 'À remplir.']);
    expect(document.querySelector('label').htmlFor).toBe(input.id);
  });
});

describe('a countdown', () => {
  it('ticks for the eye and speaks seldom', () => {
    clock.now = Date.parse('2026-12-05T19:00:00Z');
    show(Countdown, { until: '2026-12-05T19:04:30Z' });
    const spoken = () => document.querySelector('[role=status]').textContent;
    const first = spoken();
    clock.now += 30_000;
    flushSync();
    expect(document.querySelector('[data-testid=countdown]').textContent).toBe('4:00');
    expect(spoken()).toBe(first);
  });
});

describe('the router', () => {
  const routes = [{ path: '/events/:id' }, { path: '/manage/events/:id/sales' }];

  it('finds a page and its parameters', () => {
    expect(match(/** @type {any} */ (routes), '/events/42').params).toEqual({ id: '42' });
    expect(match(/** @type {any} */ (routes), '/events/42/x')).toBeNull();
  });

  it('never leads to another site', () => {
    const wanted = ['/tickets', '//evil.example', '/\\evil.example', 'https://evil.example', null];
    expect(wanted.map(localPath)).toEqual(['/tickets', '/', '/', '/', '/']);
  });
});

describe('a cover', () => {
  it('is always the same for the same event', () => {
    expect(coverOf('0192-a')).toEqual(coverOf('0192-a'));
    const looks = new Set(
      Array.from({ length: 40 }, (_, index) => JSON.stringify(coverOf(`0192-${index}`))),
    );
    expect(looks.size).toBeGreaterThan(20);
  });

  it('sets short titles large and long ones small', () => {
    expect(['Ondine', 'Rencontre avec les machinistes et les costumières'].map(titleSize)).toEqual([
      'xl',
      's',
    ]);
  });
});
