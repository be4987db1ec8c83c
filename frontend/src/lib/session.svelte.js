import { forgetKept } from './kept.js';

/**
 * Who is signed in: the only state that all pages share. The tokens themselves live in HttpOnly
 * cookies that no script can read; localStorage only remembers that there was a sign-in, so that
 * a stranger's first page asks nothing that must be refused.
 */
const KNOWN = 'billetterie.signedIn';

/** What begins so belongs to whoever is signed in, and is gone with them. */
export const OWN = 'billetterie.own.';

/**
 * `unknown` until the first answer of the server; `kept` while what is shown comes from this browser
 * (lib/kept.js) for want of a network.
 * @type {{state: 'unknown' | 'in' | 'out', account: import('./types.js').Account | null, ended: boolean, kept: boolean}}
 */
export const session = $state({ state: 'unknown', account: null, ended: false, kept: false });

/** @param {import('./types.js').Account} account */
export function signedIn(account) {
  session.account = account;
  session.state = 'in';
  session.ended = false;
  localStorage.setItem(KNOWN, account.id);
}

export function signedOut() {
  session.account = null;
  session.state = 'out';
  for (const key of Object.keys(localStorage)) {
    if (key === KNOWN || key.startsWith(OWN)) localStorage.removeItem(key);
  }
  forgetKept();
}

/** The server no longer knows this session; the page says so once, plainly. */
export function sessionEnded() {
  if (session.state === 'in' || wasSignedIn()) session.ended = true;
  signedOut();
}

/** @param {import('./types.js').Account} account */
export function sessionRenewed(account) {
  if (account) signedIn(account);
}

export const wasSignedIn = () => localStorage.getItem(KNOWN) !== null;

const RANK = { Basic: 1, User: 2, EventCreator: 3, Admin: 4 };

/** Whether the account signed in has at least this role. @param {import('./types.js').Role} role */
export const atLeast = (role) => (RANK[session.account?.role ?? ''] ?? 0) >= RANK[role];

/** Signing in or out in one tab is seen by the others. */
export function followOtherTabs(reload) {
  addEventListener('storage', (change) => {
    if (change.key !== KNOWN) return;
    if (change.newValue === null) signedOut();
    else if (change.newValue !== session.account?.id) reload();
  });
}
