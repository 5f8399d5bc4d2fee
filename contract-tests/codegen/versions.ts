/** The pinned version of every tool of the matrix, from the two manifests that pin them. */
import { readFileSync } from 'node:fs';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly pins?: Readonly<Record<string, string>>;
}

function manifest(place: string): Manifest {
  return JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
}

const own = manifest('./package.json');
const root = manifest('../../package.json');
const versions = { ...root.devDependencies, ...root.dependencies, ...own.dependencies, ...own.pins };

/** @throws Error for a tool that neither manifest pins */
export function versionOf(tool: string): string {
  const version = versions[tool];
  if (version === undefined)
    throw new Error(`contract-tests/codegen/package.json pins no version of ${tool}`);
  return version;
}
