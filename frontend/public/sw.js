// Shows a ticket that was opened once when there is no network at the door. It keeps nothing by
// itself: src/lib/kept.js puts things into the cache of this name and takes them out at sign-out.
const KEPT = 'billetterie.tickets.1';
const PATIENCE = 4000;
const DATA = /^\/api\/(tickets(\/[\w.-]+)?|auth\/me|house)$/;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const older = (name) => name.startsWith('billetterie.tickets.') && name !== KEPT;
  const drop = (names) => Promise.all(names.filter(older).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(drop));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(networkOrKept(request, '/tickets'));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrNetwork(request));
  else if (DATA.test(pathname)) event.respondWith(networkOrKept(request, pathname));
});

const kept = (key) =>
  caches.open(KEPT).then((cache) => cache.match(key, { ignoreVary: true, ignoreSearch: true }));

// Files under /assets/ never change.
const keptOrNetwork = async (request) => (await kept(request)) ?? fetch(request);

/** What was kept, when the network is gone, hangs, or a part behind it restarts. */
async function networkOrKept(request, key) {
  const old = await kept(key);
  if (!old) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const fresh = await Promise.race([fetch(request), late]).catch(() => undefined);
  return fresh && fresh.status < 500 ? fresh : marked(old);
}

/** The page must know that it is not what the server says now. */
function marked(old) {
  const headers = new Headers(old.headers);
  headers.set('X-Kept', '1');
  return new Response(old.body, { status: old.status, headers });
}
