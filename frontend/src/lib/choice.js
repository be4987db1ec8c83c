/** What a buyer has chosen at an event: kept while they sign in, register or reload. */
const CHOICE = 'billetterie.choice:';

/** @param {string} eventId @returns {Record<string, number>} quantity by ticket type */
export function storedChoice(eventId) {
  try {
    return JSON.parse(sessionStorage.getItem(CHOICE + eventId) ?? '{}');
  } catch {
    return {};
  }
}

/** @param {string} eventId @param {Record<string, number>} choice */
export function storeChoice(eventId, choice) {
  sessionStorage.setItem(CHOICE + eventId, JSON.stringify(choice));
}

export const forgetChoice = (eventId) => sessionStorage.removeItem(CHOICE + eventId);

/** @param {Record<string, number>} choice @returns {import('./types.js').Line[]} */
export const linesOf = (choice) =>
  Object.entries(choice)
    .filter(([, quantity]) => quantity > 0)
    .map(([ticketTypeId, quantity]) => ({ ticketTypeId, quantity }));
