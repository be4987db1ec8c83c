import { t } from './i18n.svelte.js';

/** An answer that is not a success: RFC 9457, or its stand-in when no answer came at all. */
export class ApiProblem extends Error {
  /**
   * @param {{type?: string, title?: string, detail?: string, instance?: string, errors?: import('./types.js').FieldError[]} & Record<string, any>} body
   * @param {{status?: number, retryAfter?: number | null, etag?: string | null}} [answer]
   */
  constructor(body, { status = 0, retryAfter = null, etag = null } = {}) {
    super(body.title ?? 'problem');
    this.slug = (body.type ?? '').split('#')[1] ?? 'unexpected';
    this.status = status;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.instance = body.instance ?? '';
    const { errors, pointer, detail = '' } = body;
    this.errors = errors ?? (pointer ? [{ pointer, code: this.slug, detail }] : []);
    this.extras = body;
    this.retryAfter = retryAfter;
    this.etag = etag;
  }
}

/** A problem that this page found by itself; `slug` names its texts. */
export function ownProblem(slug, answer = {}) {
  const body = { type: `#${slug}`, title: t(`own.${slug}.title`), detail: t(`own.${slug}.detail`) };
  return new ApiProblem({ ...body, instance: answer.instance }, answer);
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(error) {
  if (error instanceof ApiProblem) return error;
  console.error(error);
  return ownProblem('unexpected');
}

/**
 * What a problem says about seats and money, when it stopped a purchase. `unknown` is never
 * shown as a failure: the same key is asked again.
 * @type {Record<string, 'nothing' | 'held' | 'gone' | 'unknown'>}
 */
const TOUCHED = {
  'outcome-unknown': 'unknown',
  'in-flight': 'unknown',
  network: 'unknown',
  unavailable: 'unknown',
  overloaded: 'unknown',
  internal: 'unknown',
  unexpected: 'unknown',
  'payment-declined': 'held',
  'not-a-test-card': 'held',
  'payment-not-configured': 'held',
  'order-expired': 'gone',
};

/** The services end their details with it in either language; a reader need not read it twice. */
const SAID = /rien n’a été|aucune place|nothing (was|has)|no (place|seat)/i;

/**
 * What is left to say about seats and money, if anything.
 * @param {ApiProblem} problem
 * @param {'order' | 'payment' | undefined} step
 */
export function touched(problem, step) {
  if (!step || SAID.test(problem.detail)) return null;
  if (TOUCHED[problem.slug]) return TOUCHED[problem.slug];
  return step === 'payment' ? 'held' : 'nothing';
}
