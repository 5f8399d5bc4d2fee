import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from './main.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const NEEDED = ['openapi', 'package.json', 'generated'];
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'generate-'));
});

afterAll(() => rm(home, { recursive: true, force: true }));

/** A copy of what the generator reads and writes, with one edit. */
async function copyWith(file: string, from: string, to: string): Promise<string> {
  const root = await mkdtemp(join(home, 'root-'));
  for (const path of NEEDED) await cp(join(REPOSITORY, path), join(root, path), { recursive: true });
  const text = await readFile(join(root, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(root, file), text.replace(from, to));
  return root;
}

async function run(root: string, ...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await main(args, root, {
    line: (text) => lines.push(text),
    error: (text) => errors.push(text),
  });
  return { code, lines, errors };
}

async function filesOf(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(join(root, 'generated'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
}

// Each of these starts the bundler, which a busy machine makes wait.
describe.concurrent('npm run generate', { timeout: 60_000 }, () => {
  it('fails on a source that cannot be parsed with one line and leaves generated/ as it was', async () => {
    const file = 'openapi/components/schemas/Amount.yaml';
    const root = await copyWith(file, 'required: [total, currency]', 'required: [total');
    const before = await filesOf(root);
    const { code, errors } = await run(root);
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringMatching(new RegExp(`^${file}:\\d+:\\d+: Failed to parse[^\n]*$`))]);
    expect(await filesOf(root)).toEqual(before);
  });

  it('fails on a reference that leads nowhere with one line and leaves generated/ as it was', async () => {
    const file = 'openapi/components/schemas/CustomerCreate.yaml';
    const root = await copyWith(file, './Metadata.yaml', './Metadatum.yaml');
    const before = await filesOf(root);
    const { code, errors } = await run(root);
    expect(code).toBe(1);
    expect(errors).toEqual([
      expect.stringMatching(
        new RegExp(`^${file}:\\d+:\\d+ \\(#/properties/metadata\\): Can't resolve [^\n]*$`),
      ),
    ]);
    expect(await filesOf(root)).toEqual(before);
  });

  it('notices with --check one changed byte, and writes nothing', async () => {
    const root = await copyWith('generated/types.ts', 'export', 'Export');
    const before = await filesOf(root);
    const { code, errors } = await run(root, '--check');
    expect(code).toBe(1);
    expect(errors).toContainEqual(
      expect.stringMatching(/^generated\/types\.ts:\d+: expected "export .*", found "Export /),
    );
    expect(errors.at(-1)).toMatch(
      /^generated\/: \d+ of \d+ files differ; run `npm run generate` and commit$/,
    );
    expect(await filesOf(root)).toEqual(before);
  });

  it('explains itself, and refuses an option that it does not know', async () => {
    expect(await run(home, '--help')).toMatchObject({ code: 0, lines: [expect.stringContaining('--check')] });
    expect(await run(home, '--chekc')).toMatchObject({
      code: 2,
      errors: [expect.stringContaining("Unknown option '--chekc'")],
    });
  });
});
