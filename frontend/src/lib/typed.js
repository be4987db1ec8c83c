/** The password just typed, until the page that asks for another one has used it. Never stored. */
export const typed = { password: '' };
