/** The ids in square brackets at the start of test titles: what an entry may name as `test:<id>`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const TEST_FOLDERS = ['src', 'scripts', 'openapi', 'contract-tests'];
/** A test at the start of a line; one that is skipped or still to be written proves nothing and is no match. */
const TITLE = /^[ \t]*(?:it|test)(?:\.(?:each|for)\([^\n]*\))?\(\s*(['"`])((?:\[[a-z0-9-]+\] ?)+)/gm;

export function testIdsIn(source: string): readonly string[] {
  return [...source.matchAll(TITLE)].flatMap((match) => (match[2] ?? '').match(/[a-z0-9-]+/g) ?? []);
}

/** Scans the test files of the project below `root`. */
export async function testIdsBelow(root: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const folder of TEST_FOLDERS) {
    const files = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    for (const file of files) {
      if (!file.endsWith('.test.ts')) continue;
      ids.push(...testIdsIn(await readFile(join(root, folder, file), 'utf8')));
    }
  }
  return ids;
}
