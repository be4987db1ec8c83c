/**
 * What the page brought along (webd fills it in, see docs/adr/0031-pages-without-script.md), so that
 * its script need not ask first: the house, and an event or the first of the list. It is some
 * seconds old at most.
 */
const element = document.getElementById('told');
const told = parse(element?.textContent);

/** The server's time when it was filled in. */
export const toldAt = element?.dataset.at ?? null;

function parse(text) {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}

/**
 * Whatever was told is asked for as well, once the page is drawn: until then the line is for the page.
 * @param {() => unknown} work
 * @returns {() => void} calls it off: for who has left the page
 */
export function afterwards(work) {
  const timer = setTimeout(work, 1000);
  return () => clearTimeout(timer);
}

/** @type {import('./types.js').House | null} */
export const toldHouse = told.house ?? null;

/** Each is given once: whoever comes back later asks. @param {string} id */
export function toldEvent(id) {
  const found = told.event?.id === id ? told.event : null;
  delete told.event;
  return found;
}

export function toldList() {
  const found = told.list ?? null;
  delete told.list;
  return found;
}
