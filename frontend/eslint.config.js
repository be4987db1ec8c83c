import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';

export default [
  { ignores: ['dist/', 'node_modules/'] },
  js.configs.recommended,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, $state: 'readonly' } },
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
      'svelte/no-at-html-tags': 'error',
      // Our own router reads plain href; SvelteKit's resolve() does not exist here.
      'svelte/no-navigation-without-resolve': 'off',
      // The query is replaced as a whole, never changed in place.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['*.config.js', 'tests/**'], languageOptions: { globals: globals.node } },
];
