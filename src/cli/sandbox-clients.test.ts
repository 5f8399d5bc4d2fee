import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientsFrom } from './sandbox-clients.ts';
import { invoke } from './terminal.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clients-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = (text: string): string => {
  const file = join(folder, 'clients');
  writeFileSync(file, text);
  return file;
};

describe('the clients of a sandbox', () => {
  it('are read from a file, whose comments and empty lines are skipped; a key may hold colons', () => {
    expect(clientsFrom(written('# ours\n\none:key:1\r\n two:key-2 \n'), undefined)).toEqual([
      { clientId: 'one', apiKey: 'key:1' },
      { clientId: 'two', apiKey: 'key-2' },
    ]);
  });

  it('are read from the environment where no file is named', () => {
    expect(clientsFrom(undefined, ' one:a\ntwo:b ')).toEqual([
      { clientId: 'one', apiKey: 'a' },
      { clientId: 'two', apiKey: 'b' },
    ]);
    expect(clientsFrom(undefined, '  ')).toBeUndefined();
  });

  it.each(['hunter2', ':hunter2', 'hunter2:'])('never shows %s, which could be a secret', (pair) => {
    expect(() => clientsFrom(written(`one:a\n${pair}\n`), undefined)).toThrow(
      /clients:2 must be clientId:apiKey/,
    );
    expect(() => clientsFrom(undefined, pair)).toThrow(/^pair 1 of PLEXO_SANDBOX_CLIENTS must/);
    expect(() => clientsFrom(undefined, pair)).not.toThrow(/hunter2/);
  });

  it('must be at least one in a file', () => {
    expect(() => clientsFrom(written('# none\n'), undefined)).toThrow(/holds no clientId:apiKey pair/);
  });
});

describe('plexo-customers sandbox', () => {
  it('lists its faults, one a line', async () => {
    const { status, stdout } = await invoke(['sandbox', '--list-faults']);
    expect(status).toBe(0);
    expect(stdout.split('\n').length).toBeGreaterThan(500);
    expect(stdout).toMatch(/^tenant-leak-list {2}\[state\] the list has the customers of every client$/m);
  });

  it('explains itself in 80 columns and names every option with its values', async () => {
    const { stdout } = await invoke(['sandbox', '--help']);
    expect(stdout).toMatch(/^ {2}putSemantics +merge \| replace$/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each([
    [['--option', 'putSemantics'], /--option must be NAME=VALUE, got "putSemantics"/],
    [['--option', 'putSemantics=x'], /putSemantics must be one of merge, replace, got "x"/],
    [['--option', 'colour=red'], /there is no reading "colour"; the readings are putSemantics, /],
    [['--seed', '-1'], /--seed|argument/],
    [['--fault', 'nope'], /there is no fault "nope"/],
    [['--public-url', 'shop'], /--public-url must be an origin/],
    [['--port', '99999'], /--port must be a number from 0 to 65535/],
  ])('refuses %j in one line', async (args, message) => {
    const { status, stderr } = await invoke(['sandbox', ...args]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
