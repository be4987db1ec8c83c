/**
 * What the page brought along (webd fills it in, see docs/adr/0031-pages-without-script.md), so that
 * its script need not ask first: an event, or the first of the list. It is some seconds old at most.
 */
const element = document.getElementById('told');
let told = parse(element?.textContent);

/** The server's time when it was filled in. */
export const toldAt = element?.dataset.at ?? null;

function parse(text) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Given once: whoever comes back later asks. @param {(told: any) => boolean} wanted */
function take(wanted) {
  const found = told && wanted(told) ? told : null;
  told = null;
  return found;
}

/** @param {string} id */
export const toldEvent = (id) => take((it) => it.id === id);
export const toldList = () => take((it) => Array.isArray(it.items));
