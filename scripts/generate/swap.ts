/** Puts the built files in place: either all of them, or, when one cannot be written, none. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Artifacts } from './artifact.ts';

/** Folders below generated/ that other scripts write. */
const FOREIGN = new Set(['surface']);

/** Every file below the target that this generator owns, with its text. */
export async function readOwned(target: string): Promise<Artifacts> {
  const files = new Map<string, string>();
  for (const path of await ownedPaths(target)) files.set(path, await readFile(join(target, path), 'utf8'));
  return files;
}

async function ownedPaths(target: string): Promise<readonly string[]> {
  const entries = await readdir(target, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(target, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !FOREIGN.has(path.split('/')[0] ?? ''))
    .sort();
}
