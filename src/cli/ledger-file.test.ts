import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../contract/run/ledger.ts';
import { createLedgerFile, openLedgerFile } from './ledger-file.ts';

const ADDRESS = 'http://127.0.0.1:1';
const INTENDED: LedgerEntry = { tag: 'tag-1', client: 'main' };
const CREATED: LedgerEntry = { tag: 'tag-1', client: 'other', path: '/v1/customers/a' };
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  file = join(folder, 'ledger.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the cleanup ledger on disk', () => {
  it('holds an entry before anything else happens, and another process reads it', async () => {
    const ledger = createLedgerFile(file, ADDRESS);
    await ledger.add(INTENDED);
    await ledger.add(CREATED);
    // No close: the process was killed here.
    const found = await openLedgerFile(file);
    expect(found.url).toBe(ADDRESS);
    expect(await found.open()).toEqual([INTENDED, CREATED]);
    expect(await found.close()).toBe(true);
  });

  it('is readable although a crash cut its last line off', async () => {
    const ledger = createLedgerFile(file, ADDRESS);
    await ledger.add(INTENDED);
    appendFileSync(file, '{"event":"ad');
    const found = await openLedgerFile(file);
    expect(await found.open()).toEqual([INTENDED]);
    await found.close();
  });

  it('goes away when nothing is left, and stays when something is', async () => {
    const ledger = createLedgerFile(file, ADDRESS);
    await ledger.add(INTENDED);
    await ledger.remove(INTENDED);
    expect(await ledger.close()).toBe(false);
    expect(existsSync(file)).toBe(false);

    const other = createLedgerFile(file, ADDRESS);
    await other.add(CREATED);
    expect(await other.close()).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('/v1/customers/a');
  });

  it('is never written over', () => {
    writeFileSync(file, 'precious');
    expect(() => createLedgerFile(file, ADDRESS)).toThrow(/ledger\.ndjson exists: clean up with /);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it.each([
    ['{"other":1}', /is no cleanup ledger$/],
    ['{"format":1,"url":"http://x"}\nnonsense\n{}', /:2: the line is not JSON$/],
    ['{"format":1,"url":"http://x"}\n{"event":"explode","tag":"a"}\n', /:2: unknown event "explode"$/],
    ['{"format":1,"url":"http://x"}\n{"event":"add"}\n', /:2: the line has no tag$/],
    ['{"format":1,"url":"http://x"}\n{"event":"add","tag":"a"}\n', /:2: the line names no client$/],
  ])('that cannot be read is refused with its line: %j', async (text, message) => {
    writeFileSync(file, text);
    await expect(openLedgerFile(file)).rejects.toThrow(message);
  });
});
