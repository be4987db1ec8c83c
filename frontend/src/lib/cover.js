/** The looks of an event's typographic cover: always the same for the same id. */

function hash(text) {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 16777619);
  // The last rounds spread ids that differ in few letters (UUIDv7 made in the same second).
  value = Math.imul(value ^ (value >>> 15), 2246822507);
  value = Math.imul(value ^ (value >>> 13), 3266489909);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Hues that print well next to each other. */
const DEEP = [8, 28, 50, 158, 182, 208, 240, 266, 292, 325, 350];
/** Bright paper in pastel pink or lilac looks like sweets; these look like posters. */
const BRIGHT = [32, 52, 72, 88, 165, 232];
export const PATTERNS = /** @type {const} */ ([
  'rays',
  'arches',
  'folds',
  'rings',
  'seats',
  'steps',
]);

/** @param {string} id */
export function coverOf(id) {
  const value = hash(id);
  const bright = (value >>> 11) % 3 === 0;
  const hues = bright ? BRIGHT : DEEP;
  return {
    bright,
    hue: hues[value % hues.length],
    pattern: PATTERNS[(value >>> 5) % PATTERNS.length],
    flip: ((value >>> 9) & 1) === 1,
  };
}

/** How large the title can be set: by its longest word and its length. @param {string} title */
export function titleSize(title) {
  const longest = Math.max(...title.split(/\s+/).map((word) => word.length), 1);
  const weight = Math.max(longest * 2.4, title.length);
  if (weight <= 16) return 'xl';
  if (weight <= 26) return 'l';
  return weight <= 44 ? 'm' : 's';
}
