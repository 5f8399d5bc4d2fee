/**
 * Every test that must notice a change of the client, as one file: what they share is loaded once for each mutant, not once for
 * each file. A file that cannot even be loaded counts as a test that fails, for Stryker sees nothing of it otherwise.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

const names = readdirSync(`${SRC}client`).filter((name) => name.endsWith('.test.ts'));
const files = [...names.sort().map((name) => `${SRC}client/${name}`), `${SRC}validation.test.ts`];
for (const file of files)
  await import(file).catch((error: unknown) => {
    it(`${file.slice(SRC.length)} can be loaded`, () => {
      throw error;
    });
  });
