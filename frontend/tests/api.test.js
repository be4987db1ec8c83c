import { beforeEach, describe, expect, it } from 'vitest';
import { get, post, query, send } from '../src/lib/api.js';
import { ApiProblem } from '../src/lib/problem.js';
import { session, signedIn } from '../src/lib/session.svelte.js';
import { problem, serve } from './server.js';

const account = { id: 'a', email: 'a@b.c', name: 'A', role: 'User' };
const ended = problem(401, 'session-ended');
const failure = (promise) =>
  promise.then(
    () => null,
    (error) => error,
  );

beforeEach(() => {
  localStorage.clear();
  session.ended = false;
  signedIn(/** @type {any} */ (account));
});

describe('a request', () => {
  it('carries what the services ask for and no credential', async () => {
    const calls = serve({ body: {} });
    await send('PUT', '/api/events/1', { body: { a: 1 }, ifMatch: 3, key: 'k' });
    expect(calls[0].headers).toMatchObject({
      'X-Billetterie': '1',
      'Accept-Language': 'en',
      'Content-Type': 'application/json',
      'If-Match': '"3"',
      'Idempotency-Key': 'k',
    });
    expect(calls[0].headers).not.toHaveProperty('Authorization');
    expect(calls[0].credentials).toBe('same-origin');
  });

  it('becomes a problem with its fields, extras and reference', async () => {
    const errors = [{ pointer: '/email', code: 'x', detail: 'y' }];
    serve(problem(409, 'sold-out', { available: 2, errors }));
    const error = await failure(get('/api/x'));
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ slug: 'sold-out', status: 409, instance: 'r-1', errors });
    expect(error.extras.available).toBe(2);
  });

  it('is said to be a cut connection when no answer comes', async () => {
    serve(new TypeError('failed'));
    expect(await failure(get('/api/x'))).toMatchObject({ slug: 'network', status: 0 });
  });

  it('is said to meet a restart when a page comes instead of JSON', async () => {
    serve({ status: 502, headers: { 'Content-Type': 'text/html', 'X-Request-Id': 'r-2' } });
    expect(await failure(get('/api/x'))).toMatchObject({ slug: 'restarting', instance: 'r-2' });
  });
});

describe('an ended access token', () => {
  it('is renewed once, unseen', async () => {
    const calls = serve(ended, { body: { account } }, { body: { fine: true } });
    expect(await get('/api/orders')).toEqual({ fine: true });
    expect(calls.map(({ path }) => path)).toEqual([
      '/api/orders',
      '/api/auth/refresh',
      '/api/orders',
    ]);
  });

  it('is renewed once for many requests at the same time', async () => {
    let renewed = false;
    const calls = serve(({ path }) => {
      if (path === '/api/auth/refresh') {
        renewed = true;
        return { body: { account } };
      }
      return renewed ? { body: {} } : ended;
    });
    await Promise.all(['/a', '/b', '/c'].map((path) => get(path)));
    expect(calls.filter(({ path }) => path === '/api/auth/refresh')).toHaveLength(1);
  });

  it('ends the session when it cannot be renewed', async () => {
    serve(ended);
    expect(await failure(get('/api/orders'))).toMatchObject({ slug: 'session-ended' });
    expect(session).toMatchObject({ state: 'out', ended: true });
  });

  it('keeps the session when only the renewal could not be asked', async () => {
    serve(ended, new TypeError('failed'));
    expect(await failure(get('/api/orders'))).toMatchObject({ slug: 'network' });
    expect(session.state).toBe('in');
  });

  it('is no matter while signing in', async () => {
    const calls = serve(problem(401, 'bad-credentials'));
    await failure(post('/api/auth/login', {}, { silent: true }));
    expect(calls).toHaveLength(1);
  });
});

it('leaves out parameters that say nothing', () => {
  expect(query('/api/events', { q: '', limit: 5, cursor: null })).toBe('/api/events?limit=5');
});
