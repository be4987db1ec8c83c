import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const FIRST_LOAD = 60_000;
const COMPRESSIBLE = /\.(js|css|html|svg|webmanifest|txt)$/;

/** Tells the browser about the font before it has read the style sheet; what draws the page comes first. */
function preloadFont() {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: /** @type {const} */ ('post'),
      handler(html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => /-latin-wdth-.*\.woff2$/.test(file));
        if (!font) return html;
        const attrs = {
          rel: 'preload',
          as: 'font',
          type: 'font/woff2',
          fetchpriority: 'low',
          crossorigin: '',
        };
        return [{ tag: 'link', attrs: { ...attrs, href: `/${font}` }, injectTo: 'head' }];
      },
    },
  };
}

/** Says in kept.json which files a ticket's page is made of: src/lib/kept.js keeps them. */
function listKept() {
  return {
    name: 'list-kept',
    generateBundle: {
      order: /** @type {const} */ ('post'),
      handler(_options, bundle) {
        const files = new Set();
        const add = (name) => {
          if (files.has(`/${name}`)) return;
          files.add(`/${name}`);
          bundle[name]?.imports?.forEach(add);
        };
        for (const [name, { isEntry, facadeModuleId }] of Object.entries(bundle)) {
          const page = isEntry || facadeModuleId?.endsWith('/TicketPage.svelte');
          if (page || /\.css$|-latin-wdth-.*\.woff2$/.test(name)) add(name);
        }
        this.emitFile({ type: 'asset', fileName: 'kept.json', source: JSON.stringify([...files]) });
      },
    },
  };
}

/** Writes NAME.gz beside every text file, for nginx's gzip_static, and br/NAME for brotli. */
function precompress() {
  return {
    name: 'precompress',
    apply: /** @type {const} */ ('build'),
    closeBundle() {
      for (const entry of readdirSync('dist', { recursive: true })) {
        const file = join('dist', String(entry));
        if (!COMPRESSIBLE.test(file) || !statSync(file).isFile()) continue;
        const content = readFileSync(file);
        const brotli = join('dist/br', String(entry));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        mkdirSync(dirname(brotli), { recursive: true });
        writeFileSync(brotli, brotliCompressSync(content));
      }
      weighFirstLoad();
    },
  };
}

/** What index.html asks for at once must stay light: a phone in a theatre's queue waits for it. */
function weighFirstLoad() {
  const html = readFileSync('dist/index.html', 'utf8');
  const files = [...html.matchAll(/"\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const sum = (path) => files.reduce((bytes, file) => bytes + statSync(path(file)).size, 0);
  const bytes = sum((file) => `dist/${file}.gz`);
  const kB = (count) => (count / 1000).toFixed(1);
  const brotli = kB(sum((file) => `dist/br/${file}`));
  console.log(`first load: ${kB(bytes)} kB of JS and CSS by gzip, ${brotli} kB by brotli`);
  const built = readdirSync('dist', { recursive: true }).map(String);
  if (built.some((file) => file.includes('StyleGuide')))
    throw new Error('the style guide is built');
  if (bytes > FIRST_LOAD) throw new Error(`first load is over ${FIRST_LOAD / 1000} kB`);
}

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), preloadFont(), listKept(), precompress()],
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
