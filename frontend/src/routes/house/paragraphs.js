/** Plain text as it is shown: paragraphs at empty lines, and short lines without an end as titles. */

/** @param {string} text @returns {{title: boolean, text: string}[]} */
export const paragraphs = (text) =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => ({
      title: part.length <= 80 && !part.includes('\n') && !/[.:;,!?…\])]$/.test(part),
      text: part,
    }));

/** How many [blanks] wait to be filled in. @param {string} text */
export const blanks = (text) => (text.match(/\[[^\]\n]+\]/g) ?? []).length;
