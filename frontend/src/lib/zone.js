/**
 * Local times of a zone. A clock change skips some and doubles others, so a local time stands
 * for none, one or two instants.
 */
const PARTS = /** @type {const} */ ({
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026-12-05T20:30`, what the zone's clocks show at `instant` (as `datetime-local` wants it). */
export function toLocal(instant, zone) {
  if (!instant) return '';
  const format = new Intl.DateTimeFormat('en-CA', { ...PARTS, timeZone: zone });
  const part = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

function offsetText(instant, local) {
  const minutes = Math.round((Date.parse(`${local}:00Z`) - instant) / 60000);
  const part = (value) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`;
}

/**
 * Every instant that `local` stands for in `zone`, as RFC 3339 with offset: empty when the clocks
 * skip it, two when they show it twice.
 * @param {string} local @param {string} zone
 * @returns {string[]}
 */
export function instantsOf(local, zone) {
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return [];
  const found = new Set();
  for (const guess of [asUtc - 86_400_000, asUtc + 86_400_000]) {
    const offset = Date.parse(`${toLocal(guess, zone)}:00Z`) - Math.floor(guess / 60000) * 60000;
    const instant = asUtc - offset;
    if (toLocal(instant, zone) === local) found.add(instant);
  }
  return [...found].sort().map((instant) => `${local}:00${offsetText(instant, local)}`);
}

export const isZone = (zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return Boolean(zone);
  } catch {
    return false;
  }
};
