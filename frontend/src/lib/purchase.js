import { send } from './api.js';
import { ApiProblem } from './problem.js';
import { OWN, session } from './session.svelte.js';

/**
 * Sends what must happen once. The key lives in localStorage from before the first byte until the
 * outcome is known, so that a reload, a retry, a lost answer or a tab that was closed repeats the
 * same purchase and never makes a second one.
 */
const ATTEMPT = `${OWN}attempt:`;

/** `crypto.randomUUID` exists on https and localhost only; `--lan` has neither. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The attempt of this scope that has no outcome yet.
 * @param {string} scope @returns {{key: string, body: any, at: number} | null}
 */
export function openAttempt(scope) {
  try {
    const attempt = JSON.parse(localStorage.getItem(ATTEMPT + scope) ?? 'null');
    return attempt?.account === session.account?.id ? attempt : null;
  } catch {
    return null;
  }
}

export const closeAttempt = (scope) => localStorage.removeItem(ATTEMPT + scope);

/** Fresh enough to go on by itself after a reload; an older one waits until it is asked for. */
export const isFresh = (attempt) => Date.now() - attempt.at < 10 * 60 * 1000;

/** The open attempt if it is for the same thing, else a new one. `remembered` holds no secret. */
function attemptFor(scope, remembered) {
  const open = openAttempt(scope);
  if (open && JSON.stringify(open.body) === JSON.stringify(remembered)) return open;
  const account = session.account?.id;
  const attempt = { key: newKey(), body: remembered, account, at: Date.now() };
  localStorage.setItem(ATTEMPT + scope, JSON.stringify(attempt));
  return attempt;
}

/** Slugs after which nobody knows yet; the same key is asked again until somebody does. */
const UNKNOWN = new Set(['network', 'outcome-unknown', 'in-flight', 'restarting']);
/** Slugs after which the server asks for patience; given up after a while, key kept. */
const PATIENCE = new Set(['unavailable', 'overloaded', 'too-many-requests', 'internal']);
const PATIENT_TRIES = 6;

function wait(seconds) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve(undefined);
    };
    const timer = setTimeout(done, seconds * 1000);
    addEventListener('online', done);
  });
}

const delayOf = (problem, tries) => Math.min(problem.retryAfter ?? 2 ** Math.min(tries, 3), 60);

/**
 * @param {object} purchase
 * @param {string} purchase.scope one purchase at a time in each
 * @param {string} purchase.path
 * @param {any} purchase.body
 * @param {any} [purchase.remembered] what tells two attempts apart, without secrets (default: the body)
 * @param {(state: 'sending' | 'checking' | 'busy') => void} purchase.onState
 * @param {() => boolean} purchase.isWanted false once the page is left
 */
export async function purchaseOnce({ scope, path, body, remembered = body, onState, isWanted }) {
  const { key } = attemptFor(scope, remembered);
  onState('sending');
  for (let tries = 0; ; tries++) {
    try {
      const outcome = await send('POST', path, { body, key });
      closeAttempt(scope);
      return outcome;
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      const patient = PATIENCE.has(problem.slug);
      if (!UNKNOWN.has(problem.slug) && !patient) {
        closeAttempt(scope);
        throw problem;
      }
      if (!isWanted() || (patient && tries >= PATIENT_TRIES)) throw problem;
      onState(problem.slug === 'too-many-requests' ? 'busy' : 'checking');
      await wait(delayOf(problem, tries));
    }
  }
}
