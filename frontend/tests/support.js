import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';

/** Every source file below src, with its text. */
export function sources(pattern = /\.(svelte|js)$/) {
  return readdirSync('src', { recursive: true })
    .map((entry) => join('src', String(entry)))
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

/** Visits every node of a component's markup. */
export function walkMarkup(text, visit) {
  const step = (node) => {
    if (Array.isArray(node)) return node.forEach(step);
    if (!node || typeof node !== 'object') return;
    if (typeof node.type === 'string') visit(node);
    for (const value of Object.values(node)) if (value && typeof value === 'object') step(value);
  };
  step(parse(text, { modern: true }).fragment);
}
