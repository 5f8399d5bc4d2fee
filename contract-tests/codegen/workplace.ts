/** Where a row works: a folder of its own with the spec, the program and the generated code in it. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Row } from './row.ts';

export const HERE = fileURLToPath(new URL('.', import.meta.url));
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORK = join(HERE, '.tmp');
/** Kept between runs: what compilers and package managers can use again. */
export const CACHE = join(WORK, 'cache');

/** The file that a row feeds to its generator, in the row's own folder. */
export const INPUT = 'openapi.yaml';

export function folderOf({ id }: Pick<Row, 'id'>): string {
  return join(WORK, id);
}

/** Empties the row's folder and puts the spec and the program into it. */
export async function prepare(row: Row): Promise<string> {
  const folder = folderOf(row);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await mkdir(CACHE, { recursive: true });
  const spec = row.input === '3.1' ? 'openapi.yaml' : 'openapi-3.0.yaml';
  await cp(join(ROOT, 'generated', spec), join(folder, INPUT));
  for (const program of row.programs) {
    await cp(join(HERE, 'programs', program), folder, { recursive: true });
  }
  for (const [name, text] of Object.entries(row.files ?? {})) await writeFile(join(folder, name), text);
  return folder;
}
