/** Every test that must notice a change of the client, as one file: what they share is loaded once for each mutant, not once for each file. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

for (const name of readdirSync(`${SRC}client`).sort())
  if (name.endsWith('.test.ts')) await import(`${SRC}client/${name}`);
await import(`${SRC}validation.test.ts`);
