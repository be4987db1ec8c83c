import { vi } from 'vitest';

/**
 * Stands in for the network: each call gets the next answer.
 * @param {(Error | {status?: number, body?: any, headers?: Record<string, string>} | ((call: any) => any))[]} answers
 */
export function serve(...answers) {
  const calls = [];
  vi.stubGlobal('fetch', async (path, options) => {
    calls.push({ path, ...options });
    let answer = answers.length > 1 ? answers.shift() : answers[0];
    if (typeof answer === 'function') answer = answer(calls.at(-1));
    if (answer instanceof Error) throw answer;
    const { status = 200, body = null, headers = {} } = answer;
    return new Response(body === null ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  });
  return calls;
}

export const problem = (status, slug, extras = {}, headers = {}) => ({
  status,
  headers: { 'Content-Type': 'application/problem+json', ...headers },
  body: { type: `/problems#${slug}`, title: slug, detail: '', status, instance: 'r-1', ...extras },
});
