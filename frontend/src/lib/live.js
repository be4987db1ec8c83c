/**
 * Follows what the server tells as it happens (server-sent events). While nothing can be followed
 * (no stream, too many pages, a network that holds streams back) the page is asked again instead,
 * and while it is not looked at, nothing is: over HTTP/1.1 a browser has six connections a site.
 */

/** Between two questions without a stream, and until the next attempt at one. */
const ASK_EVERY = 10_000;
const TRY_AGAIN_AFTER = 30_000;

/**
 * @param {string} path answers `text/event-stream`
 * @param {(message: any) => void} told
 * @param {() => unknown} ask asks once what `told` would tell
 * @returns {() => void} ends it
 */
export function follow(path, told, ask) {
  /** @type {EventSource | null} */
  let stream = null;
  let flowing = false;
  let refusedAt = -Infinity;

  function open() {
    if (stream || typeof EventSource === 'undefined' || document.hidden) return;
    if (performance.now() - refusedAt < TRY_AGAIN_AFTER) return;
    stream = new EventSource(path);
    stream.onmessage = ({ data }) => {
      flowing = true;
      told(JSON.parse(data));
    };
    stream.onerror = () => {
      flowing = false;
      // Else the browser tries again by itself.
      if (stream?.readyState === EventSource.CLOSED) {
        refusedAt = performance.now();
        close();
      }
    };
  }

  function close() {
    stream?.close();
    stream = null;
    flowing = false;
  }

  function looked() {
    if (document.hidden) return close();
    ask();
    open();
  }

  const timer = setInterval(() => {
    if (document.hidden) return;
    if (!flowing) ask();
    open();
  }, ASK_EVERY);
  document.addEventListener('visibilitychange', looked);
  addEventListener('pagehide', close);
  open();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', looked);
    removeEventListener('pagehide', close);
    close();
  };
}

/** The address under which what is left of these events is told. @param {string[]} ids */
export const availabilityOf = (ids) => `/api/events/availability/live?id=${ids.join('&id=')}`;

/**
 * An event with what was told of its sale.
 * @template {{id: string, availability: any, ticketTypes: any[]}} E
 * @param {E} event
 * @param {{availability: any, ticketTypes: {id: string, availability: any}[]}} state
 * @returns {E}
 */
export function withSale(event, { availability, ticketTypes }) {
  const left = Object.fromEntries(ticketTypes.map((type) => [type.id, type.availability]));
  return {
    ...event,
    availability,
    ticketTypes: event.ticketTypes.map((type) => ({
      ...type,
      availability: left[type.id] ?? type.availability,
    })),
  };
}
