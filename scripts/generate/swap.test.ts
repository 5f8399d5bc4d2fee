import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readOwned, swap } from './swap.ts';

let root: string;
let target: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'swap-'));
  target = join(root, 'generated');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(target, path)), { recursive: true });
  await writeFile(join(target, path), text);
}

it('creates the folder on the first run and leaves nothing else behind', async () => {
  const files = new Map([
    ['a.ts', 'a'],
    ['docs/b.md', 'b'],
  ]);
  expect(await swap(target, files)).toEqual({ written: ['a.ts', 'docs/b.md'], removed: [] });
  expect(await readOwned(target)).toEqual(files);
  expect(await readdir(join(root, '.tmp'))).toEqual([]);
});

it('writes what changed, removes what is stale and does not touch the rest', async () => {
  await put('same.ts', 'same');
  await put('old.ts', 'old');
  await put('docs/stale.md', 'stale');
  const before = await stat(join(target, 'same.ts'));
  const result = await swap(
    target,
    new Map([
      ['same.ts', 'same'],
      ['old.ts', 'new'],
    ]),
  );
  expect(result).toEqual({ written: ['old.ts'], removed: ['docs/stale.md'] });
  expect(await readFile(join(target, 'old.ts'), 'utf8')).toBe('new');
  expect((await stat(join(target, 'same.ts'))).mtimeMs).toBe(before.mtimeMs);
});

it('leaves a file alone that another command writes', async () => {
  await put('docs/compatibility.md', 'not ours');
  expect(await swap(target, new Map([['a.ts', 'a']]))).toEqual({ written: ['a.ts'], removed: [] });
  expect(await readFile(join(target, 'docs/compatibility.md'), 'utf8')).toBe('not ours');
});

it('puts everything back when one file cannot be put in place', async () => {
  await put('a.ts', 'old a');
  await put('stale.ts', 'stale');
  // A folder stands where the last file shall go.
  await put('z.ts/surface', 'in the way');
  const before = await readOwned(target);
  const files = new Map([
    ['a.ts', 'new a'],
    ['b.ts', 'b'],
    ['z.ts', 'z'],
  ]);
  await expect(swap(target, files)).rejects.toThrow();
  expect(await readOwned(target)).toEqual(before);
  expect(await readdir(join(root, '.tmp'))).toEqual([]);
});
