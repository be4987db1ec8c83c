import { readdirSync, readFileSync } from 'node:fs';
import { flushSync, mount, unmount } from 'svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { specimens } from '../src/styleguide/specimens.js';

/** They wrap whole pages, or need one around them: the guide is shown within them. */
const AROUND = [
  'AccountPanel',
  'Banners',
  'GiveBack',
  'RequireAccount',
  'RequireAdmin',
  'SiteFooter',
  'SiteHeader',
];

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= () => {};
});

describe('the style guide', () => {
  it('shows every shared component', () => {
    const components = readdirSync('src/lib')
      .filter((file) => file.endsWith('.svelte'))
      .map((file) => file.replace('.svelte', ''));
    const shown = [...specimens.map(({ name }) => name), ...AROUND];
    expect(components.filter((name) => !shown.includes(name))).toEqual([]);
  });

  const states = specimens.flatMap(({ name, component, states }) =>
    Object.entries(states).map(([state, props]) => ({ name, state, component, props })),
  );
  it.each(states)('can show $name: $state', async ({ component, props }) => {
    const shown = mount(component, { target: document.body, props: { onclose() {}, ...props } });
    flushSync();
    expect(document.body.textContent).not.toContain('undefined');
    await unmount(shown);
  });

  it('is there in development only', () => {
    const routes = readFileSync('src/routes/routes.js', 'utf8');
    expect(routes).toMatch(/import\.meta\.env\.DEV[^;]*styleguide/);
    expect(readFileSync('vite.config.js', 'utf8')).toContain('StyleGuide');
  });
});
