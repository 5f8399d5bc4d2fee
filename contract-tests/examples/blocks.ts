/** The TypeScript blocks of a text: of the README, or of a comment in the sources. */

export interface Block {
  /** File and line, for people and for the name of the test. */
  readonly place: string;
  readonly code: string;
}

const FENCE = /^([ \t]*(?:\* ?)?)```ts\n([\s\S]*?)^\1```/gm;

/** @param before lines of the file that stand before the text */
export function blocksIn(text: string, file: string, before = 0): readonly Block[] {
  return [...text.matchAll(FENCE)].map(({ index, 1: margin = '', 2: code = '' }) => {
    const line = before + text.slice(0, index).split('\n').length;
    const rows = code.split('\n').map((row) => (row.startsWith(margin) ? row.slice(margin.length) : ''));
    return { place: `${file}:${line}`, code: rows.join('\n') };
  });
}

/** What an example declares or imports itself. */
export function ownNames(code: string): ReadonlySet<string> {
  const single = [...code.matchAll(/\b(?:const|let|function|import)\s+(\w+)/g)].map(([, name = '']) => name);
  const grouped = [...code.matchAll(/\b(?:const|let|import)\s*\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(','),
  );
  return new Set([...single, ...grouped.map((name) => name.trim())]);
}
