/** The TypeScript examples of the documentation: the README's blocks, and those in the comments of the sources. */
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
    const bare = code
      .split('\n')
      .map((row) =>
        row.startsWith(margin) ? row.slice(margin.length) : row.trimStart().replace(/^\* ?/, ''),
      )
      .join('\n');
    return { place: `${file}:${line}`, code: bare };
  });
}

export function allBlocks(root: string): readonly Block[] {
  const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();
  const files = ['README.md', ...sources.map((file) => `src/${file}`)];
  return files.flatMap((file) => blocksIn(readFileSync(`${root}${file}`, 'utf8'), file));
}
