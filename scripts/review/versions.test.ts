import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lastRelease } from './versions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plexo-versions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

it('compares with the last tag, else with main, and says what to do where there is neither', () => {
  git('init', '-q', '-b', 'work');
  git('commit', '-q', '--allow-empty', '-m', 'first');
  expect(() => lastRelease(folder)).toThrow('name one: npm run review -- OLD');
  git('branch', 'main');
  expect(lastRelease(folder)).toBe('main');
  git('tag', 'v1.0.0');
  git('commit', '-q', '--allow-empty', '-m', 'second');
  expect(lastRelease(folder)).toBe('v1.0.0');
});
