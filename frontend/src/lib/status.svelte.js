import { get } from './api.js';

/**
 * What auth says about this installation: whether sign-in is open here, whether it is a demo.
 * @type {{value: {signIn: {open: boolean, reason: string | null, publicUrl: string}, insecureCookies: boolean, mail: boolean, demo: boolean, demoLogins?: {email: string, password: string, role: string}[]} | null, asking: boolean}}
 */
export const status = $state({ value: null, asking: false });

let asked = false;

/** Asks once; without an answer sign-in is simply tried. */
export async function askStatus() {
  if (asked) return;
  asked = true;
  status.asking = true;
  try {
    status.value = await get('/api/auth/status', { silent: true });
  } catch {
    asked = false;
  }
  status.asking = false;
}
