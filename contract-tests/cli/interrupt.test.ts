/** A check that is ended in the middle, politely and not: nothing that it created may stay behind unseen. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../src/sandbox.ts';
import { type Listening, listen } from '../sandbox/listen.ts';

const CLIENTS = [{ clientId: 'interrupted', apiKey: 'key-of-interrupted' }];
const ENV = { PLEXO_CLIENT_ID: 'interrupted', PLEXO_API_KEY: 'key-of-interrupted' };

let folder: string;
let ledger: string;
let sandbox: Sandbox;
let server: Listening;
let running: ChildProcess | undefined;
/** Called when the server has seen so many creates. */
let onCreates: () => void;
let creates: number;

const ENOUGH = 5;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interrupt-'));
  ledger = join(folder, 'ledger.ndjson');
  sandbox = createSandbox({ clients: CLIENTS });
  creates = 0;
  server = await listen(async (request) => {
    const response = await sandbox.fetch(request);
    if (request.method === 'POST' && response.status === 201) {
      creates += 1;
      if (creates === ENOUGH) onCreates();
    }
    return response;
  });
});

afterEach(async () => {
  running?.kill('SIGKILL');
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function customers(): number {
  return sandbox.snapshot().tenants.reduce((sum, tenant) => sum + tenant.customers.length, 0);
}

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs the program; the signal reaches it while it is creating records. */
async function run(args: readonly string[], signal?: 'SIGINT' | 'SIGKILL'): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'check', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...ENV },
  });
  running = child;
  onCreates = () => void (signal !== undefined && child.kill(signal));
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}

describe('a check that is ended in the middle', () => {
  it('by Ctrl-C removes what it has created, and its ledger, and says that it did not run to its end', async () => {
    const { code, stderr } = await run([server.url, '--ledger', ledger], 'SIGINT');
    expect(stderr).toContain('stopping: what was created is removed');
    expect(code).toBe(2);
    expect(creates).toBeGreaterThanOrEqual(ENOUGH);
    expect(customers()).toBe(0);
    expect(existsSync(ledger)).toBe(false);
  });

  it('by force leaves a ledger, by which everything is removed later', async () => {
    await run([server.url, '--ledger', ledger], 'SIGKILL');
    expect(customers()).toBeGreaterThan(0);
    expect(readFileSync(ledger, 'utf8')).toContain('"event":"add"');
    expect(readFileSync(ledger, 'utf8')).not.toContain('key-of-interrupted');

    const { code, stderr } = await run(['--cleanup', ledger]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(customers()).toBe(0);
    expect(existsSync(ledger)).toBe(false);
  });
});
