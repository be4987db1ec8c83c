import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources, walkMarkup } from './support.js';

const lines = (text) => text.trimEnd().split('\n').length;

describe('tidy', () => {
  it('keeps components within 150 lines and the router within 60', () => {
    const long = sources(/\.svelte$/).filter(({ text }) => lines(text) > 150);
    expect(long.map(({ file, text }) => `${file}: ${lines(text)}`)).toEqual([]);
    const router = readFileSync('src/lib/router.svelte.js', 'utf8');
    const code = router.split('\n').filter((line) => line.trim() && !/^\s*(\/?\*|\/\/)/.test(line));
    expect(code.length).toBeLessThanOrEqual(60);
  });

  it('has at most three runtime dependencies', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(3);
  });

  it('fetches in lib/api.js only', () => {
    const found = sources().filter(({ text }) => /\bfetch\(|XMLHttpRequest|sendBeacon/.test(text));
    expect(found.map(({ file }) => file)).toEqual(['src/lib/api.js']);
    const streams = sources().filter(({ text }) => /new EventSource\(/.test(text));
    expect(streams.map(({ file }) => file)).toEqual(['src/lib/live.js']);
  });

  it('keeps no token and no card in the browser', () => {
    const stored = sources()
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => /(local|session)Storage\.setItem|document\.cookie/.test(line));
    for (const line of stored) expect(line).not.toMatch(/token|password|card|cookie/i);
  });
});

describe('content security policy', () => {
  it('needs no inline script, style or handler in index.html', () => {
    const html = readFileSync('index.html', 'utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  it('sets no style attribute and no raw HTML in a component', () => {
    const found = [];
    for (const { file, text } of sources(/\.svelte$/)) {
      walkMarkup(text, (node) => {
        if (node.type === 'HtmlTag') found.push(`${file}: @html`);
        if (node.type === 'Attribute' && node.name === 'style') found.push(`${file}: style`);
      });
    }
    expect(found).toEqual([]);
  });
});
