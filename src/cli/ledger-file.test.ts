import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLedgerFile, openLedgerFile } from './ledger-file.ts';

const URL = 'http://127.0.0.1:1';
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  file = join(folder, 'ledger.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the cleanup ledger on disk', () => {
  it('holds an intention before anything else happens, and another process reads it', async () => {
    const ledger = createLedgerFile(file, URL);
    await ledger.intend('tag-1');
    await ledger.intend('tag-2');
    await ledger.created('tag-2', '/v1/customers/a');
    // No close: the process was killed here.
    const found = await openLedgerFile(file);
    expect(found.url).toBe(URL);
    expect(await found.open()).toEqual([
      { tag: 'tag-1', kind: 'customer' },
      { tag: 'tag-2', kind: 'customer', path: '/v1/customers/a' },
    ]);
    await found.close();
  });

  it('is readable although a crash cut its last line off', async () => {
    const ledger = createLedgerFile(file, URL);
    await ledger.intend('tag-1');
    appendFileSync(file, '{"event":"crea');
    const found = await openLedgerFile(file);
    expect(await found.open()).toEqual([{ tag: 'tag-1', kind: 'customer' }]);
    await found.close();
  });

  it('goes away when nothing is left, and stays when something is', async () => {
    const ledger = createLedgerFile(file, URL);
    await ledger.intend('tag-1');
    await ledger.removed('tag-1');
    await ledger.close();
    expect(existsSync(file)).toBe(false);

    const other = createLedgerFile(file, URL);
    await other.created('tag-2', '/v1/customers/a');
    await other.close();
    expect(readFileSync(file, 'utf8')).toContain('/v1/customers/a');
  });

  it('is never written over', () => {
    writeFileSync(file, 'precious');
    expect(() => createLedgerFile(file, URL)).toThrow(/ledger\.ndjson exists: clean up with /);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it.each([
    ['{"other":1}', /is no cleanup ledger$/],
    ['{"format":1,"url":"http://x"}\nnonsense\n{}', /:2: the line is not JSON$/],
    ['{"format":1,"url":"http://x"}\n{"event":"explode","tag":"a"}\n', /:2: unknown event "explode"$/],
    ['{"format":1,"url":"http://x"}\n{"event":"intend"}\n', /:2: the line has no tag$/],
  ])('that cannot be read is refused with its line: %j', async (text, message) => {
    writeFileSync(file, text);
    await expect(openLedgerFile(file)).rejects.toThrow(message);
  });
});
