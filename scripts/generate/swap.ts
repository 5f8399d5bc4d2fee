/** Puts the built files in place: either all of them or, when one cannot be written, none. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Artifacts } from './artifact.ts';

/** Files below generated/ that a command of its own writes, because they take too long for every run. */
const FOREIGN: ReadonlySet<string> = new Set([
  'docs/codegen-matrix.md',
  'docs/compatibility.md',
  'docs/spec-mutation.md',
]);

interface Swapped {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** Every file below `target` that this generator owns, with its text. */
export async function readOwned(target: string): Promise<Artifacts> {
  const files = new Map<string, string>();
  for (const path of await ownedPaths(target)) files.set(path, await readFile(join(target, path), 'utf8'));
  return files;
}

async function ownedPaths(target: string): Promise<readonly string[]> {
  const entries = await readdir(target, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    // A first run has no folder yet; any other reason must be heard.
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(target, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !FOREIGN.has(path))
    .sort();
}

/**
 * Writes all new texts into `.tmp/` first, on the same file system, then renames them into place one by one. Files
 * that do not change keep their time stamps. When a rename fails, what was replaced is put back.
 */
export async function swap(target: string, artifacts: Artifacts): Promise<Swapped> {
  const current = await readOwned(target);
  const written = [...artifacts.keys()].filter((path) => artifacts.get(path) !== current.get(path));
  const removed = [...current.keys()].filter((path) => !artifacts.has(path));
  if (written.length + removed.length === 0) return { written, removed };
  const workplace = join(dirname(target), '.tmp');
  await mkdir(workplace, { recursive: true });
  const stage = await mkdtemp(join(workplace, 'generate-'));
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const path of written) await put(join(stage, 'new', path), artifacts.get(path) ?? '');
    for (const path of [...written, ...removed]) {
      if (current.has(path)) undo.push(await move(join(target, path), join(stage, 'old', path)));
      if (artifacts.has(path)) undo.push(await move(join(stage, 'new', path), join(target, path)));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  return { written, removed };
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Moves a file and answers with the step that moves it back. */
async function move(from: string, to: string): Promise<() => Promise<void>> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  return () => rename(to, from);
}
