/**
 * Splits a guide in Markdown into its statements: sentences, list items, table rows and code blocks. Headings give the
 * place. Only an HTML comment on top is skipped; whatever else the guide holds is a statement that the ledger owes an
 * answer to.
 */
import MarkdownIt from 'markdown-it';
import { digestsOfCode } from './code-block.ts';
import { sha256, shortDigest } from './digest.ts';
import { normalise, sentencesOf } from './sentences.ts';

type StatementKind = 'sentence' | 'bullet' | 'code';

/** What the ledger keeps of a statement. */
export interface IndexedStatement {
  readonly place: string;
  readonly kind: StatementKind;
  readonly digest: string;
  /** Digest of the JSON value that a code block holds. */
  readonly json?: string;
}

/** A statement of a guide at hand; its text serves messages and is never stored. */
export interface Statement extends IndexedStatement {
  readonly text: string;
}

/** A line such as "Notes:" names what follows it, up to the next paragraph. */
const LABEL = /^[^.!?]{1,40}:$/;
const LABEL_WORDS = 3;

export function statementsOf(markdown: string): readonly Statement[] {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
  const headings: string[] = [];
  const counts = new Map<string, number>();
  const statements: Statement[] = [];
  let label = '';
  let lists = 0;
  let heading = 0;
  let row: string[] | undefined;

  const add = (kind: StatementKind, text: string, digests: { digest: string; json?: string }) => {
    const section = [...headings.slice(1), label].filter((part) => part !== '');
    const prefix = (section.length === 0 ? [headings[0] ?? 'Top'] : section).join(' / ');
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    statements.push({ place: `${prefix} / ${count}`, kind, text, ...digests });
  };
  const addText = (kind: StatementKind, text: string) => add(kind, text, { digest: shortDigest(text) });

  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      heading = Number(token.tag.slice(1));
      label = '';
    } else if (token.type === 'heading_close') heading = 0;
    else if (token.type === 'list_item_open') lists += 1;
    else if (token.type === 'list_item_close') lists -= 1;
    else if (token.type === 'tr_open') row = [];
    else if (token.type === 'tr_close') {
      addText('bullet', (row ?? []).join(' | '));
      row = undefined;
    } else if (token.type === 'inline') {
      const text = normalise(token.content);
      if (heading > 0) {
        headings.length = Math.min(headings.length, heading - 1);
        while (headings.length < heading - 1) headings.push('');
        headings.push(text);
      } else if (row !== undefined) row.push(text);
      else if (lists > 0) addText('bullet', text);
      else {
        label = '';
        for (const sentence of sentencesOf(text)) addText('sentence', sentence);
        if (isLabel(text)) label = text.slice(0, -1);
      }
    } else if (token.type === 'fence' || token.type === 'code_block') {
      const { text, ...digests } = digestsOfCode(token.info.trim(), token.content);
      add('code', text, digests);
    } else if (token.type === 'html_block' && !(index === 0 && isComment(token.content))) {
      addText('sentence', normalise(token.content));
    }
  }
  return statements;
}

/** One digest for the whole list, in its order: what the ledger compares first. */
export function digestOfStatements(statements: readonly IndexedStatement[]): string {
  return sha256(statements.map(({ place, kind, digest }) => `${place}\t${kind}\t${digest}\n`).join(''));
}

function isLabel(text: string): boolean {
  return LABEL.test(text) && text.split(' ').length <= LABEL_WORDS;
}

function isComment(html: string): boolean {
  const text = html.trim();
  return text.startsWith('<!--') && text.indexOf('-->') === text.length - 3;
}
