/**
 * What a ticket's page needs is kept in the browser, so that it opens without a network once it was
 * opened with one (public/sw.js answers then). Only where the browser lets us: https or localhost.
 */
const KEPT = 'billetterie.tickets.1';
const SCOPE = '/tickets';
const able = () => 'serviceWorker' in navigator && 'caches' in globalThis;

/** The one script that may become a worker: the policy of the pages lets no other text be one. */
function workerUrl() {
  policy ??= globalThis.trustedTypes?.createPolicy('billetterie-worker', {
    createScriptURL: () => '/sw.js',
  });
  return /** @type {string} */ (/** @type {unknown} */ (policy?.createScriptURL('') ?? '/sw.js'));
}

let worker;
let policy;

/** From now on it answers. @param {ServiceWorkerRegistration} registration */
function active({ installing, waiting, active: ready }) {
  const coming = installing ?? waiting;
  if (ready || !coming) return undefined;
  return new Promise((resolve) =>
    coming.addEventListener('statechange', () => coming.state === 'activated' && resolve(true)),
  );
}

/**
 * Keeps the page itself and these answers of the API; of an older version of the page nothing stays.
 * @param {string[]} files as the build has listed them (kept.json)
 * @param {string[]} answers
 */
export async function keep(files, answers) {
  if (!able()) return;
  try {
    worker ??= navigator.serviceWorker.register(workerUrl(), { scope: SCOPE });
    await active(await worker);
    const cache = await caches.open(KEPT);
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (pathname.startsWith('/assets/') && !files.includes(pathname)) await cache.delete(url);
    }
    await cache.addAll([SCOPE, '/api/auth/me', '/api/house', ...answers, ...files]);
  } catch {
    // An offer: with a network the page works as well.
  }
}

/** Leaves nothing of whoever was signed in. */
export async function forgetKept() {
  if (!able()) return;
  worker = undefined;
  await caches.delete(KEPT).catch(() => {});
  const registration = await navigator.serviceWorker.getRegistration(SCOPE).catch(() => undefined);
  await registration?.unregister();
}
