/** What the editor that opens next should say has happened. */
export const done = { value: '' };

export function takeDone() {
  const { value } = done;
  done.value = '';
  return value;
}
