import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const FIRST_LOAD = 60_000;
const COMPRESSIBLE = /\.(js|css|html|svg|webmanifest|txt)$/;

/** Tells the browser about the font before it has read the style sheet. */
function preloadFont() {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: /** @type {const} */ ('post'),
      handler(html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => /-latin-wdth-.*\.woff2$/.test(file));
        if (!font) return html;
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '' };
        return [{ tag: 'link', attrs: { ...attrs, href: `/${font}` }, injectTo: 'head' }];
      },
    },
  };
}

/** Writes NAME.gz beside every text file, for nginx's gzip_static. */
function precompress() {
  return {
    name: 'precompress',
    apply: /** @type {const} */ ('build'),
    closeBundle() {
      for (const entry of readdirSync('dist', { recursive: true })) {
        const file = join('dist', String(entry));
        if (!COMPRESSIBLE.test(file) || !statSync(file).isFile()) continue;
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      }
      weighFirstLoad();
    },
  };
}

/** What index.html asks for at once must stay light: a phone in a theatre's queue waits for it. */
function weighFirstLoad() {
  const html = readFileSync('dist/index.html', 'utf8');
  const files = [...html.matchAll(/"\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const bytes = files.reduce((sum, file) => sum + statSync(join('dist', `${file}.gz`)).size, 0);
  console.log(`first load: ${(bytes / 1000).toFixed(1)} kB of JS and CSS, gzip`);
  if (bytes > FIRST_LOAD) throw new Error(`first load is over ${FIRST_LOAD / 1000} kB`);
}

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), preloadFont(), precompress()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'jsdom', include: ['tests/**/*.test.js'] },
}));
