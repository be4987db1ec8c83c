import { get } from './api.js';
import { refreshHolds } from './holds.svelte.js';
import { followOtherTabs, session, signedIn, wasSignedIn } from './session.svelte.js';

/** Finds out who is signed in; without an answer the reader browses as a stranger. */
export async function startSession() {
  followOtherTabs(startSession);
  if (!wasSignedIn()) {
    session.state = 'out';
    return;
  }
  try {
    signedIn(await get('/api/auth/me'));
    await refreshHolds();
  } catch {
    session.state = 'out';
  }
}
