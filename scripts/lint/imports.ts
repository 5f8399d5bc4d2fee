/** Who imports what: every import of every source file, types included, with relative ones resolved to files. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

export interface ImportOf {
  /** The importing file, relative to the repository. */
  readonly from: string;
  /** What the file wrote. */
  readonly specifier: string;
  /** The imported file, relative to the repository; absent for a package or a module of Node. */
  readonly to?: string;
}

const FOLDERS = ['src', 'generated', 'contract-tests', 'scripts', 'openapi/rules'];

export function importsOfRepository(root: string, folders = FOLDERS): readonly ImportOf[] {
  return folders
    .flatMap((folder) => sourcesIn(root, folder))
    .flatMap((from) => importsIn(from, readFileSync(`${root}${from}`, 'utf8')));
}

function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.includes('/node_modules/'))
    .sort();
}

/** The imports of one source text: `import`, `export … from`, `import()` and `import type`. */
export function importsIn(from: string, text: string): readonly ImportOf[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: specifier }) => {
    if (!specifier.startsWith('.')) return { from, specifier };
    return { from, specifier, to: posix.normalize(posix.join(posix.dirname(from), specifier)) };
  });
}
