/** A page as GitHub's Markdown. */
import type { Block, Text } from './page.ts';

export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(block).join('\n\n')}\n`;
}

function block(given: Block): string {
  switch (given.kind) {
    case 'heading':
      return `${'#'.repeat(given.level)} ${inline(given.text)}`;
    case 'paragraph':
      return given.tone === 'loud' ? `> ${inline(given.text)}` : inline(given.text);
    case 'list':
      return given.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'table':
      return [given.head, given.head.map(() => '---'), ...given.rows].map(row).join('\n');
    case 'diff':
      return `<details><summary>${inline(given.summary)}</summary>\n\n${fenced(given.lines)}\n\n</details>`;
  }
}

function row(cells: readonly Text[]): string {
  return `| ${cells.map((cell) => inline(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The fence is longer than any run of backticks inside, so no line of a spec can end it. */
function fenced(lines: readonly string[]): string {
  const text = lines.join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${text}\n${fence}`;
}

/** Outside of code, markup that a spec may hold is made harmless: a pull request shows this text. */
function inline(text: Text): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(/[<>[\]]/g, (mark) => `\\${mark}`).replaceAll(/(^|[\s(])@(?=\w)/g, '$1@\u200b'),
    )
    .join('');
}
