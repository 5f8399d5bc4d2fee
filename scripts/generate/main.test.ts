import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from './main.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
let root: string;
let lines: string[];
let errors: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'generate-'));
  await cp(join(REPOSITORY, 'openapi'), join(root, 'openapi'), { recursive: true });
  await cp(join(REPOSITORY, 'package.json'), join(root, 'package.json'));
  await cp(join(REPOSITORY, 'generated'), join(root, 'generated'), { recursive: true });
  lines = [];
  errors = [];
});

afterEach(() => rm(root, { recursive: true, force: true }));

function run(...args: string[]): Promise<number> {
  return main(args, root, { line: (text) => lines.push(text), error: (text) => errors.push(text) });
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(root, file), text.replace(from, to));
}

async function snapshot(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(join(root, 'generated'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
}

describe('npm run generate', () => {
  it.each([
    [
      'a source that cannot be parsed',
      'openapi/components/schemas/Amount.yaml',
      'required: [total, currency]',
      'required: [total',
      /^openapi\/components\/schemas\/Amount\.yaml:\d+:\d+: Failed to parse/,
    ],
    [
      'a reference that leads nowhere',
      'openapi/components/schemas/CustomerCreate.yaml',
      './Metadata.yaml',
      './Metadatum.yaml',
      /^openapi\/components\/schemas\/CustomerCreate\.yaml:\d+:\d+ \(#\/properties\/metadata\): Can't resolve/,
    ],
    [
      'a misspelt keyword',
      'openapi/components/schemas/Amount.yaml',
      'minimum: 0',
      'minimun: 0',
      /^openapi #\/components\/schemas\/Amount\/properties\/total: unknown keyword "minimun"/,
    ],
    [
      'a version other than that of the package',
      'package.json',
      '"version": "',
      '"version": "9',
      /^openapi\/openapi\.yaml \(#\/info\/version\): .* differs from 9.* in package\.json/,
    ],
  ])('fails on %s with one line and leaves generated/ as it was', async (_title, file, from, to, message) => {
    await edit(file, from, to);
    const before = await snapshot();
    expect(await run()).toBe(1);
    expect(errors).toEqual([expect.stringMatching(message)]);
    expect(errors[0]?.split('\n')).toHaveLength(1);
    expect(await snapshot()).toEqual(before);
  });

  it('notices with --check one changed byte, and writes nothing', async () => {
    await edit('generated/types.ts', 'export', 'Export');
    const before = await snapshot();
    expect(await run('--check')).toBe(1);
    expect(errors).toEqual([
      expect.stringMatching(/^generated\/types\.ts:\d+: expected "export .*", found "Export /),
      expect.stringMatching(/^generated\/: 1 of \d+ files differ; run `npm run generate` and commit$/),
    ]);
    expect(await snapshot()).toEqual(before);
  });

  it('prints a stack only with --verbose', async () => {
    await edit('package.json', '"version": "', '"version": "9');
    await run();
    await run('--verbose');
    expect(errors.map((text) => text.includes('\n    at '))).toEqual([false, true]);
  });

  it('explains itself, and refuses an option that it does not know', async () => {
    expect(await run('--help')).toBe(0);
    expect(lines.join('\n')).toContain('--check');
    expect(await run('--chekc')).toBe(2);
    expect(errors.join('\n')).toContain("Unknown option '--chekc'");
  });
});
