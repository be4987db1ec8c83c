import { toldAt } from './told.js';

/** The server's time, as well as this page can know it: every hold and every opening is read against it. */
let offset = firstOffset();
let bestRoundTrip = Infinity;

export const clock = $state({ now: Date.now() + offset });

/** Until the first answer: a clock that is wrong by more than the page's own age is put right. */
function firstOffset() {
  const wrong = toldAt ? Date.parse(toldAt) - Date.now() : 0;
  return Math.abs(wrong) > 30_000 ? wrong : 0;
}

/**
 * Learns from an answer's Date header (whole seconds, so half a second is added). A slow answer
 * does not replace what a quick one taught.
 * @param {string | null} header
 * @param {number} sentAt
 */
export function learnServerTime(header, sentAt) {
  const server = header ? Date.parse(header) : NaN;
  const roundTrip = Date.now() - sentAt;
  if (Number.isNaN(server) || roundTrip > bestRoundTrip + 500) return;
  bestRoundTrip = Math.min(bestRoundTrip, roundTrip);
  const measured = server + 500 + roundTrip / 2 - Date.now();
  if (Math.abs(measured - offset) > 700) offset = measured;
  clock.now = Date.now() + offset;
}

setInterval(() => (clock.now = Date.now() + offset), 1000);
