/**
 * A trace as it would be on a machine that does nothing else: each task takes the processor time
 * that it needed (tdur), not the time during which others ran as well (dur). What lies within a
 * task moves with it; tasks begin when they began.
 * @param {{traceEvents: any[]}} trace changed in place
 * @returns {number} the share of the tasks' time in which they really ran
 */
export function toProcessorTime({ traceEvents }) {
  const threads = byThread(traceEvents);
  let ran = 0;
  let lasted = 0;
  for (const events of threads.values()) {
    const tasks = events.filter(isTask).sort((a, b) => a.ts - b.ts);
    const spans = tasks.map(({ ts, dur, tdur }) => ({
      ts,
      dur,
      share: Math.min(1, tdur / dur),
    }));
    for (const { dur, share } of spans) {
      lasted += dur;
      ran += dur * share;
    }
    for (const event of events) shrink(event, spans);
  }
  return ran / lasted;
}

const isTask = ({ name, ph, dur, tdur }) =>
  ph === "X" && name.endsWith("RunTask") && dur > 0 && tdur !== undefined;

function byThread(events) {
  const threads = new Map();
  for (const event of events) {
    const thread = `${event.pid}:${event.tid}`;
    if (!threads.has(thread)) threads.set(thread, []);
    threads.get(thread).push(event);
  }
  return threads;
}

function shrink(event, spans) {
  const span = lastUntil(spans, event.ts);
  if (!span || event.ts > span.ts + span.dur) return;
  event.ts = Math.round(span.ts + (event.ts - span.ts) * span.share);
  if (event.dur) event.dur = Math.round(event.dur * span.share);
}

/** The last that begins at this time or before it. */
function lastUntil(spans, ts) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].ts <= ts) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
