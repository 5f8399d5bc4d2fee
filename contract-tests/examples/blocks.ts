/** The TypeScript examples of the documentation: the README's blocks, and those in the comments of the client. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Block {
  /** File and line, for people and for the name of the test. */
  readonly place: string;
  readonly code: string;
}

const FENCE = /^([ \t]*(?:\* ?)?)```ts\n([\s\S]*?)^\1```/gm;

export function blocksIn(text: string, file: string): readonly Block[] {
  return [...text.matchAll(FENCE)].map(({ index, 1: margin = '', 2: code = '' }) => {
    const line = text.slice(0, index).split('\n').length;
    const rows = code.split('\n').map((row) => (row.startsWith(margin) ? row.slice(margin.length) : ''));
    return { place: `${file}:${line}`, code: rows.join('\n') };
  });
}

/** The fake's own examples are proven beside it. */
export function allBlocks(root: string): readonly Block[] {
  const sources = readdirSync(`${root}src/client`).filter((file) => !/(?:test|fixture)\.ts$/.test(file));
  const files = ['README.md', 'src/validation.ts', ...sources.sort().map((file) => `src/client/${file}`)];
  return files.flatMap((file) => blocksIn(readFileSync(`${root}${file}`, 'utf8'), file));
}

/** What an example declares or imports itself. */
export function ownNames(code: string): ReadonlySet<string> {
  const single = [...code.matchAll(/\b(?:const|let|function|import)\s+(\w+)/g)].map(([, name = '']) => name);
  const grouped = [...code.matchAll(/\b(?:const|let|import)\s*\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(','),
  );
  return new Set([...single, ...grouped.map((name) => name.trim())]);
}
