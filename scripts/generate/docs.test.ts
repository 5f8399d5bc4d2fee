import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_FILE } from '../ledger/load.ts';
import { documents } from './docs.ts';
import { theContract } from './the-contract.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'docs-'));
  await mkdir(join(root, 'openapi'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function withLedger(change: (text: string) => string) {
  await cp(join(REPOSITORY, LEDGER_FILE), join(root, LEDGER_FILE));
  await writeFile(join(root, LEDGER_FILE), change(await readFile(join(root, LEDGER_FILE), 'utf8')));
  return documents(root, theContract());
}

describe('the generated documents', () => {
  it.each([
    [
      'is missing a member',
      (text: string) => text.replace(/^guide:/m, 'guidance:'),
      /^openapi\/ledger\.yaml: guide: expected a map/,
    ],
    ['is no YAML', (text: string) => `${text}\n  : [`, /^openapi\/ledger\.yaml: .*not valid YAML/],
  ])("fail with the ledger's own message when the ledger %s", async (_title, change, message) => {
    await expect(withLedger(change)).rejects.toThrow(message);
  });

  it("fail with the ledger's own message when there is no ledger", async () => {
    await rm(join(root, LEDGER_FILE), { force: true });
    await expect(documents(root, theContract())).rejects.toThrow(/^openapi\/ledger\.yaml: cannot be read/);
  });
});
