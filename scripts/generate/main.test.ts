import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import { GenerateFailure } from './failure.ts';
import { main } from './main.ts';
import type { Product } from './produce.ts';
import { readOwned } from './swap.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const BUILT: Product = {
  artifacts: new Map([
    ['a.ts', 'one\ntwo\n'],
    ['docs/b.md', 'text\n'],
  ]),
  notes: ['a note'],
};
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'generate-'));
  await mkdir(join(root, 'generated'));
  await writeFile(join(root, 'generated/a.ts'), 'one\ntwO\n');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function run(args: readonly string[], build: (root: string) => Promise<Product> = async () => BUILT) {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await main(args, {
    root,
    build,
    line: (text) => lines.push(text),
    error: (text) => errors.push(text),
  });
  return { code, lines, errors };
}

describe('npm run generate', () => {
  it('writes what was built and says what it wrote', async () => {
    expect(await run([])).toEqual({
      code: 0,
      lines: [
        'wrote generated/a.ts',
        'wrote generated/docs/b.md',
        'a note',
        'generated/: 2 files, 2 written, 0 removed',
      ],
      errors: [],
    });
    expect(await readOwned(join(root, 'generated'))).toEqual(BUILT.artifacts);
  });

  it('notices with --check one changed byte and a missing file, and writes nothing', async () => {
    const before = await readOwned(join(root, 'generated'));
    expect(await run(['--check'])).toEqual({
      code: 1,
      lines: [],
      errors: [
        'generated/a.ts:2: expected "two", found "twO"',
        'generated/docs/b.md: missing',
        'generated/: 2 files differ; run `npm run generate` and commit the result',
      ],
    });
    expect(await readOwned(join(root, 'generated'))).toEqual(before);
  });

  it('is content with --check after a run', async () => {
    await run([]);
    expect(await run(['--check'])).toEqual({
      code: 0,
      lines: ['generated/: 2 files are as their sources give them'],
      errors: [],
    });
  });

  it('prints one line when the sources are at fault, and the stack only with --verbose', async () => {
    const build = () => Promise.reject(new GenerateFailure('a.yaml:1:1: broken'));
    expect(await run([], build)).toEqual({ code: 1, lines: [], errors: ['a.yaml:1:1: broken'] });
    expect((await run(['--verbose'], build)).errors[0]).toMatch(/broken\n +at /);
  });

  it('explains itself, and refuses an option that it does not know', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, lines: [expect.stringContaining('--check')] });
    expect(await run(['--chekc'])).toMatchObject({
      code: 2,
      errors: [expect.stringContaining("Unknown option '--chekc'")],
    });
  });
});

// The bundler is a process of its own, which a busy machine makes wait.
describe('npm run generate on broken sources', { timeout: 60_000 }, () => {
  const amount = 'openapi/components/schemas/Amount.yaml';
  const create = 'openapi/components/schemas/CustomerCreate.yaml';

  it.each([
    ['cannot be parsed', amount, '[total, currency]', '[total', /^[^:]+:\d+:\d+: Failed to parse.*$/],
    [
      'refers to nothing',
      create,
      './Metadata.yaml',
      './Metadatum.yaml',
      /^[^:]+:\d+:\d+ \(#\/properties\/metadata\): Can't resolve.*$/,
    ],
  ])(
    'names the file that %s in one line and leaves generated/ as it was',
    async (_fault, file, from, to, line) => {
      await cp(join(REPOSITORY, 'openapi'), join(root, 'openapi'), { recursive: true });
      const text = await readFile(join(root, file), 'utf8');
      expect(text).toContain(from);
      await writeFile(join(root, file), text.replace(from, to));
      const before = await readOwned(join(root, 'generated'));
      const { code, errors } = await run([], async () => {
        await bundle(root);
        return BUILT;
      });
      expect(code).toBe(1);
      expect(errors).toEqual([expect.stringMatching(line)]);
      expect(errors[0]).toContain(`${file}:`);
      expect(await readOwned(join(root, 'generated'))).toEqual(before);
    },
  );
});
