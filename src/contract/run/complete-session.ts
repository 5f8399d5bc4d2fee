/** Completes a tokenization session on a page with a form, as the sandbox serves one: a payer who takes the first card. */
import type { CheckTarget, StartedSession } from './options.ts';

/** @param fetch how the page is reached; never with the credentials of the check. */
export function completeByForm(
  fetch: (request: Request) => Promise<Response>,
): NonNullable<CheckTarget['completeSession']> {
  return async ({ href }: StartedSession) => {
    const shown = await fetch(new Request(href, { redirect: 'manual' }));
    const page = await shown.text();
    if (!shown.ok || !/<form\b[^>]*\bmethod="?post/i.test(page)) return false;
    const fields = new URLSearchParams();
    for (const [tag] of page.matchAll(/<input\b[^>]*>/gi)) {
      const name = attribute(tag, 'name');
      if (name !== undefined && !fields.has(name)) fields.set(name, attribute(tag, 'value') ?? '');
    }
    const done = await fetch(new Request(href, { method: 'POST', body: fields, redirect: 'manual' }));
    await done.body?.cancel();
    return done.status < 400;
  };
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1];
}
