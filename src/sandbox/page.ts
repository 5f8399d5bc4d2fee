/** The page on which a payer completes a session: one form, no script, nothing from outside. */
import { TEST_CARDS } from './cards.ts';
import type { StoredSession } from './world.ts';

const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--panel:#f5f7f9;--line:#8591a1;--ink:#1a232f;--muted:#525d6d;--act:#0b4c98;--on:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#12161c;--panel:#1a2029;--line:#7d8998;--ink:#e2e7ee;--muted:#a5b0bf;--act:#8fbcf5;--on:#12161c}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--panel);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{width:100%;max-width:28rem;padding:1.5rem;background:var(--paper);border:1px solid var(--line);border-radius:8px}
h1{margin:0 0 .25rem;font-size:1.375rem;line-height:1.25}
p{margin:.5rem 0}
.note{color:var(--muted);font-size:.875rem}
fieldset{margin:1rem 0;padding:0;border:0}
legend{padding:0;font-weight:600;margin-bottom:.5rem}
label{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;padding:.5rem .75rem;margin:0 0 .5rem;border:1px solid var(--line);border-radius:6px;cursor:pointer}
button,.button{display:block;width:100%;min-height:2.75rem;padding:.6rem;border:0;border-radius:6px;background:var(--act);color:var(--on);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
`;

/** Nothing is loaded, framed or run; the form posts to its own address. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
};

export function cardForm(): Response {
  const choices = TEST_CARDS.map(
    ({ id, title }, index) =>
      `<label><input type="radio" name="card" value="${id}"${index === 0 ? ' checked' : ''} required> ${escaped(title)}</label>`,
  );
  return page(200, 'Save a card', [
    '<p class="note">This is a sandbox: choose a test card. No card number is entered, and none is kept.</p>',
    '<form method="post"><fieldset><legend>Test card</legend>',
    ...choices,
    '</fieldset><button type="submit">Save this card</button></form>',
  ]);
}

export function completedPage({ returnUrl }: Pick<StoredSession, 'returnUrl'>): Response {
  const back =
    returnUrl === undefined
      ? '<p class="note">You can close this page.</p>'
      : `<p><a class="button" href="${escaped(returnUrl)}">Back to the shop</a></p>`;
  return page(200, 'The card is saved', [back]);
}

export function overPage(): Response {
  return page(410, 'This session is over', [
    '<p>It was completed, it has expired, or there never was one at this address. Start another one from the shop.</p>',
  ]);
}

export function refusedPage(message: string): Response {
  return page(400, 'The card was not saved', [`<p>${escaped(message)}</p>`]);
}

function page(status: number, title: string, content: readonly string[]): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content.join('\n')}
</main>
</body>
</html>
`;
  return new Response(html, { status, headers: HEADERS });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
