import { learnServerTime } from './clock.svelte.js';
import { i18n } from './i18n.svelte.js';
import { ApiProblem, ownProblem } from './problem.js';
import { session, sessionEnded, sessionRenewed } from './session.svelte.js';

/**
 * @typedef {object} Call
 * @property {any} [body] sent as JSON; a Blob as it is
 * @property {string} [key] Idempotency-Key
 * @property {string | number} [ifMatch] the version that the caller has seen
 * @property {AbortSignal} [signal]
 * @property {boolean} [silent] do not renew the session for this call
 */

const RENEWED = 'billetterie.renewedAt';
const LOCK = 'billetterie.renew';
const TIMEOUT = 20_000;
/** A photograph over a slow line. */
const UPLOAD_TIMEOUT = 180_000;

function headersOf({ body, key, ifMatch }) {
  /** @type {Record<string, string>} */
  const headers = {
    Accept: 'application/json',
    'Accept-Language': i18n.locale,
    'X-Billetterie': '1',
  };
  if (body instanceof Blob) headers['Content-Type'] = body.type || 'image/unknown';
  else if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
  return headers;
}

async function problemOf(response) {
  const answer = {
    status: response.status,
    retryAfter: Number(response.headers.get('Retry-After')) || null,
    etag: response.headers.get('ETag'),
    instance: response.headers.get('X-Request-Id') ?? '',
  };
  const json = /json/.test(response.headers.get('Content-Type') ?? '');
  const body = json ? await response.json().catch(() => null) : null;
  if (body?.type) return new ApiProblem({ instance: answer.instance, ...body }, answer);
  return ownProblem(response.status >= 502 ? 'restarting' : 'unexpected', answer);
}

/** One exchange, no second thoughts. The only fetch of the whole app. */
async function exchange(method, path, call) {
  const sentAt = Date.now();
  const file = call.body instanceof Blob;
  const timeout = AbortSignal.timeout?.(file ? UPLOAD_TIMEOUT : TIMEOUT);
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: headersOf(call),
      body: file || call.body === undefined ? call.body : JSON.stringify(call.body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: call.signal ?? timeout,
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw ownProblem('network');
  }
  session.kept = response.headers.has('X-Kept');
  if (!session.kept) learnServerTime(response.headers.get('Date'), sentAt);
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204 || response.status === 205) return null;
  return response.json().catch(() => {
    throw ownProblem('network');
  });
}

const ownLock = (() => {
  let last = Promise.resolve();
  return (_name, work) => (last = last.then(work, work));
})();

/** One refresh at a time over all tabs; a tab that waited uses what the other one got. */
function renew(askedAt) {
  // navigator.locks exists on https and localhost only.
  const lock = navigator.locks ? navigator.locks.request.bind(navigator.locks) : ownLock;
  return lock(LOCK, async () => {
    if (Number(localStorage.getItem(RENEWED)) >= askedAt) return;
    const answer = await exchange('POST', '/api/auth/refresh', {});
    localStorage.setItem(RENEWED, String(Date.now()));
    sessionRenewed(answer.account);
  });
}

const ENDED = new Set(['unauthenticated', 'session-ended']);

/**
 * Sends one request; a session whose access token has ended is renewed once, unseen.
 * @param {'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
 * @param {string} path
 * @param {Call} [call]
 * @returns {Promise<any>}
 */
export async function send(method, path, call = {}) {
  const askedAt = Date.now();
  try {
    return await exchange(method, path, call);
  } catch (problem) {
    const ended = problem instanceof ApiProblem && ENDED.has(problem.slug);
    if (!ended || call.silent) throw problem;
    await renew(askedAt).catch((failure) => {
      if (failure instanceof ApiProblem && failure.status === 401) {
        sessionEnded();
        throw problem;
      }
      throw failure;
    });
    return exchange(method, path, call);
  }
}

export const get = (path, call) => send('GET', path, call);
export const post = (path, body, call) => send('POST', path, { ...call, body });

/** `/api/events?q=…` without the parameters that say nothing. */
export function query(path, parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
