/** A router over the history API: one table, one state, plain links. */

/** @typedef {{path: string, title: string, load: () => Promise<any>}} Route */

export const router = $state({
  path: location.pathname,
  query: new URLSearchParams(location.search),
  hash: location.hash,
});

function read() {
  router.path = location.pathname;
  router.query = new URLSearchParams(location.search);
  router.hash = location.hash;
}

/** @param {string} href @param {{replace?: boolean}} [how] */
export function go(href, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  if (!replace && !location.hash) scrollTo(0, 0);
  read();
}

/** Changes the query only: the page stays, the address can be shared. */
export function setQuery(values) {
  const query = new URLSearchParams(values);
  for (const [name, value] of [...query]) if (!value) query.delete(name);
  const text = query.toString();
  go(text ? `${location.pathname}?${text}` : location.pathname, { replace: true });
}

/**
 * @param {Route[]} routes
 * @param {string} path
 * @returns {{route: Route, params: Record<string, string>} | null}
 */
export function match(routes, path) {
  for (const route of routes) {
    const pattern = route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^${pattern}/?$`).exec(path);
    if (found) return { route, params: { ...found.groups } };
  }
  return null;
}

/** A safe place to come back to: a path of this site, nothing else. @param {string | null} next */
export const localPath = (next) => (next && /^\/(?![/\\])/.test(next) ? next : '/');

function followLink(click) {
  const link = click.target.closest?.('a[href]');
  if (!link || click.defaultPrevented || click.button !== 0) return;
  if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
  if (link.pathname.startsWith('/api/')) return;
  if (link.hash && link.pathname === location.pathname) return;
  click.preventDefault();
  go(link.pathname + link.search + link.hash);
}

addEventListener('popstate', read);
addEventListener('hashchange', read);
document.addEventListener('click', followLink);
