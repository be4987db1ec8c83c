import { get, query } from './api.js';
import { asProblem } from './problem.js';
import { afterwards } from './told.js';

/** One thing that a page shows: its data, or why there is none. */
export class Loader {
  data = $state(/** @type {any} */ (null));
  problem = $state(/** @type {import('./problem.js').ApiProblem | null} */ (null));
  loading = $state(true);

  /** @param {() => Promise<any>} fetchIt */
  constructor(fetchIt) {
    this.fetchIt = fetchIt;
  }

  /** Loads again; what is shown stays until the answer is there. */
  load = async () => {
    this.loading = true;
    try {
      this.data = await this.fetchIt();
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
    this.loading = false;
  };

  /** Like load, but a failure leaves everything as it was: for what is asked again and again. */
  refresh = async () => {
    try {
      this.data = await this.fetchIt();
      this.problem = null;
    } catch {
      // The next turn asks again.
    }
  };
}

/** A list that comes in pages, each with a cursor to the next. */
export class PagedList {
  /** Always replaced, never changed in place. */
  items = $state.raw(/** @type {any[]} */ ([]));
  next = $state(/** @type {string | null} */ (null));
  problem = $state(/** @type {import('./problem.js').ApiProblem | null} */ (null));
  loading = $state(true);
  #turn = 0;
  #told = false;

  /** @param {{items: any[], next: string | null} | null} [first] what is known of it before it is asked for */
  constructor(first) {
    if (!first) return;
    this.items = first.items;
    this.next = first.next;
    this.loading = false;
    this.#told = true;
  }

  /**
   * @param {string} path
   * @param {Record<string, any>} [parameters]
   * @returns {(() => void) | undefined} calls it off, where it asks later
   */
  start(path, parameters = {}) {
    this.path = path;
    this.parameters = parameters;
    if (this.#told) {
      this.#told = false;
      return afterwards(this.reload);
    }
    this.#page(null);
    return undefined;
  }

  more = () => this.#page(this.next);
  reload = () => this.#page(null);

  /** An answer that a later question has overtaken is dropped. */
  async #page(cursor) {
    const turn = ++this.#turn;
    this.loading = true;
    try {
      const page = await get(query(this.path, { ...this.parameters, cursor }));
      if (turn !== this.#turn) return;
      this.items = cursor ? [...this.items, ...page.items] : page.items;
      this.next = page.next;
      this.problem = null;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.problem = asProblem(error);
    }
    this.loading = false;
  }
}

/** Calls `work` every `seconds` while the page is looked at; returns what stops it. */
export function every(seconds, work) {
  const timer = setInterval(() => document.visibilityState === 'visible' && work(), seconds * 1000);
  return () => clearInterval(timer);
}

/** Field errors of a problem by pointer: `{'/email': 'sentence'}`. */
export const fieldErrors = (problem) =>
  Object.fromEntries((problem?.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));

/**
 * How many rows of a list are drawn: those of the first screen first, since a phone takes long for
 * all of them at once. Begun by a component.
 * @param {() => number} total @param {number} first @param {number} step
 */
export function gradually(total, first, step) {
  let most = $state(first);
  $effect(() => {
    if (most >= total()) return undefined;
    const timer = setTimeout(() => (most += step));
    return () => clearTimeout(timer);
  });
  return {
    get most() {
      return most;
    },
  };
}
