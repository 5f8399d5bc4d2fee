/** The examples in the comments of `plexo-customers/testing`, and the names that it exports. */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../src/testing/', import.meta.url);

export interface Example {
  readonly symbol: string;
  readonly code: string;
}

/** The code of every `@example` in a doc comment, with the name of what it documents. */
function examplesIn(source: string): readonly Example[] {
  const documented =
    /@example\n \* ```ts\n([\s\S]*?) \* ```\n \*\/\n(?:\/\/.*\n)?export (?:const|function|class|type|interface) (\w+)/g;
  return [...source.matchAll(documented)].map(([, code = '', symbol = '']) => ({
    symbol,
    code: code.replace(/^ \* ?/gm, ''),
  }));
}

export const examples = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => examplesIn(readFileSync(new URL(file, FOLDER), 'utf8')));

/** What the entry point exports, types too. */
const entry = readFileSync(new URL('../../src/testing.ts', import.meta.url), 'utf8');
export const exported = [...entry.matchAll(/export (?:type )?\{([^}]*)\}/g)]
  .flatMap(([, names = '']) => names.split(',').map((name) => name.replace('type ', '').trim()))
  .filter((name) => name !== '');
