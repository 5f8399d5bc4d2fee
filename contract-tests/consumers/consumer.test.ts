import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, Ended } from './command.ts';
import { type Consumer, consumersIn, tryConsumer, UnreachableError } from './consumer.ts';
import { expectedLines } from './expected.ts';
import { counts, lineOf } from './report.ts';

const server = { url: 'http://127.0.0.1:4010', expected: { 'save-a-card': ['customer 1', 'deleted'] } };
const consumers = consumersIn();

function named(name: string): Consumer {
  return consumers.find((consumer) => consumer.name === name) ?? expect.fail(`there is no consumer ${name}`);
}

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'consumer-test-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const fine: Ended = { ok: true, stdout: 'customer 1\ndeleted\n', said: '' };

/** Every command ends well, except those whose line holds one of the words. */
function commands(failing: Readonly<Record<string, Ended>> = {}) {
  const ran: string[] = [];
  const command: Command = async (name, args) => {
    const line = [name.replace(`${scratch}/`, ''), ...args].join(' ');
    ran.push(line);
    return Object.entries(failing).find(([words]) => line.includes(words))?.[1] ?? fine;
  };
  return { ran, command };
}

const tried = (name: string, { command }: { readonly command: Command }) =>
  tryConsumer(named(name), '/packed.tgz', server, scratch, command);

describe('the trial of a consumer', () => {
  it('installs the tarball, builds, runs, and compares what was printed', async () => {
    const recorded = commands();
    expect(await tried('esm', recorded)).toEqual({ kind: 'works' });
    expect(recorded.ran).toEqual([
      expect.stringMatching(/^npm install .* --ignore-scripts \/packed\.tgz$/),
      'npm run --silent build',
      'npm start --silent',
    ]);
  });

  it.each([
    ['npm install', 'npm install', 'npm error code ETARGET'],
    ['npm run build', 'build', 'error TS2307'],
    ['npm start', 'npm start', 'PlexoError: refused'],
  ])('fails when %s does', async (step, words, said) => {
    const outcome = await tried('esm', commands({ [words]: { ok: false, stdout: '', said } }));
    expect(outcome).toEqual({ kind: 'fails', step, said });
  });

  it.each([
    ['customer 2\ndeleted\n', 'line 1 should be "customer 1", it is "customer 2"'],
    ['customer 1\n', 'line 2 should be "deleted", it is ""'],
    ['customer 1\ndeleted\nmore\n', 'line 3 should be "", it is "more"'],
    ['', 'line 1 should be "customer 1", it is ""'],
  ])('fails when a program that ends well prints %j', async (stdout, said) => {
    const outcome = await tried('esm', commands({ 'npm start': { ok: true, stdout, said: '' } }));
    expect(outcome).toEqual({ kind: 'fails', step: 'npm start', said });
  });

  it('is skipped, with the command that helps, when the runtime does not start', async () => {
    const missing = { ok: false, stdout: '', said: 'no binary for this platform\n' };
    const recorded = commands({ '.bin/deno': missing });
    const outcome = await tried('deno', recorded);
    expect(outcome).toMatchObject({ kind: 'skipped', reason: 'no binary for this platform' });
    expect(lineOf(named('deno'), outcome, 0)).toMatch(
      /^SKIPPED .* npm install --save-dev deno@\d+\.\d+\.\d+$/,
    );
    expect(recorded.ran.some((line) => line.endsWith(' build'))).toBe(false);
  });

  it('says nothing about the package when the registry does not answer', async () => {
    const offline = { ok: false, stdout: '', said: 'npm error code ENOTFOUND\nnpm error network' };
    await expect(tried('esm', commands({ 'npm install': offline }))).rejects.toThrow(
      new UnreachableError('npm error code ENOTFOUND'),
    );
  });
});

describe('the counts', () => {
  const skipped = { kind: 'skipped', reason: 'none', install: 'npm install' } as const;
  const fails = { kind: 'fails', step: 'npm start', said: 'no' } as const;

  it('take what was skipped for a failure where nothing may be skipped', () => {
    const outcomes = [{ kind: 'works' } as const, skipped, fails];
    expect(counts(outcomes, false)).toEqual({ numPassedTests: 1, numFailedTests: 1, numPendingTests: 1 });
    expect(counts(outcomes, true)).toEqual({ numPassedTests: 1, numFailedTests: 2, numPendingTests: 0 });
  });
});

describe('the consumers', () => {
  it('are there in each style', () => {
    const names = consumers.map(({ name }) => name);
    expect(names).toEqual(['bun', 'check-in-ci', 'commonjs', 'deno', 'esm', 'generated-types', 'worker']);
  });

  it('ask for this version of the package, and for exact versions of everything else', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    for (const { name, folder } of consumers) {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const { 'plexo-customers': own, ...others } = { ...manifest.dependencies, ...manifest.devDependencies };
      expect(own, name).toBe(`^${version}`);
      for (const wanted of Object.values(others)) expect(wanted, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('print values that the contract gives, so a server that answers otherwise is noticed', () => {
    const expected = expectedLines();
    expect(expected['save-a-card']).toHaveLength(5);
    for (const { name, prints } of consumers) expect(expected[prints], name).toBeDefined();
    expect(Object.values(expected).flat().join('\n')).not.toMatch(/undefined|\[object/);
  });
});
