import { get } from './api.js';
import { i18n } from './i18n.svelte.js';
import { afterwards, toldHouse } from './told.js';

/** Who runs this ticket office. Kept from the last visit, so that no page blinks. */
const STORED = 'billetterie.house';

/** @type {import('./types.js').House} */
const NOBODY = {
  name: '',
  accent: null,
  logo: null,
  contactEmail: '',
  contactPhone: '',
  contactAddress: '',
  texts: [],
  paymentMethods: [],
};

export const house = $state({ value: NOBODY });

/** @returns {import('./types.js').House | null} */
function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {string} name @param {string | undefined} color @param {string} hoverWith */
function paint(name, color, hoverWith) {
  const { style } = document.documentElement;
  if (!color) {
    style.removeProperty(name);
    style.removeProperty(`${name}-hover`);
    return;
  }
  style.setProperty(name, color);
  style.setProperty(`${name}-hover`, `color-mix(in oklab, ${color} 84%, ${hoverWith})`);
}

/** @param {import('./types.js').House} value */
export function showHouse(value) {
  house.value = { ...NOBODY, ...value };
  i18n.brand = value.name;
  paint('--house-light', value.accent?.light.color, 'black');
  paint('--house-dark', value.accent?.dark.color, 'white');
}

export function loadHouse() {
  const known = toldHouse ?? stored();
  if (known) showHouse(known);
  if (toldHouse) afterwards(askHouse);
  else askHouse();
}

async function askHouse() {
  try {
    const value = await get('/api/house', { silent: true });
    showHouse(value);
    localStorage.setItem(STORED, JSON.stringify(value));
  } catch {
    // Without an answer the pages look as they did the last time.
  }
}
