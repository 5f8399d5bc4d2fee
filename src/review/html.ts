/** A page as one HTML file that asks for nothing from outside. */
import type { Block, Text } from './page.ts';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { border: 1px solid #8886; padding: .35rem .6rem; text-align: left; vertical-align: top; }
code, pre { font: .9em/1.45 ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; border: 1px solid #8886; padding: .6rem; }
.bad, .loud { border-left: .3rem solid #b3261e; padding-left: .7rem; }
.good { border-left: .3rem solid #1b6e3c; padding-left: .7rem; }
ins { background: #1b6e3c33; text-decoration: none; } del { background: #b3261e33; text-decoration: none; }
`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function htmlOf(blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Review of the contract</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.map(block).join('\n')}
</main>
</body>
</html>
`;
}

function block(given: Block): string {
  switch (given.kind) {
    case 'heading':
      return `<h${given.level}>${inline(given.text)}</h${given.level}>`;
    case 'paragraph':
      return `<p${given.tone === undefined ? '' : ` class="${given.tone}"`}>${inline(given.text)}</p>`;
    case 'list':
      return `<ul>\n${given.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return table(given.head, given.rows);
    case 'diff':
      return `<details><summary>${inline(given.summary)}</summary>\n<pre>${given.lines.map(diffLine).join('\n')}</pre></details>`;
  }
}

function table(head: readonly Text[], rows: readonly (readonly Text[])[]): string {
  const heads = head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`);
  return `<table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function diffLine(line: string): string {
  if (line.startsWith('+')) return `<ins>${escaped(line)}</ins>`;
  return line.startsWith('-') ? `<del>${escaped(line)}</del>` : escaped(line);
}

/** Backticks and double stars are the only markup of a text. */
function inline(text: Text): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<code>${escaped(part.slice(1, -1))}</code>`
        : escaped(part).replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>'),
    )
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Marks that turn the direction of writing are shown as what they are. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, (mark) =>
      mark === '\n' || mark === '\t' ? mark : `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
