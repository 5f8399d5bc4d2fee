/**
 * `npm run bench:client`: what a call costs beside a bare fetch and beside other clients, and whether memory stays flat.
 *
 * The measured code is bundled first and runs in a Node of its own, as users run it: a loader for TypeScript in the same process
 * would slow down some contenders and not others.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { installPeers } from './peers.ts';

const USAGE = `Usage: npm run bench:client -- [--no-fail] [--rounds <n>] [--memory-calls <n>]

  --no-fail           print the figures and exit 0, whatever they are
  --rounds <n>        rounds of 40 calls per client; 200 when absent
  --memory-calls <n>  calls of the memory run; 100000 when absent, 0 for none`;

const HERE = fileURLToPath(new URL('.', import.meta.url));

async function bench(args: readonly string[]): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await build({
      entryPoints: [join(HERE, 'run.ts'), join(HERE, 'server.ts')],
      outdir: directory,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    });
    const peers = installPeers(join(HERE, 'peers'));
    if (!peers.installed) {
      console.error(`\n!! NO PEERS: ${peers.why}`);
      console.error('!! The table has no other SDK in it. Run npm ci in scripts/bench/peers to see why.\n');
    }
    const script = join(directory, 'run.mjs');
    const run = spawn(
      process.execPath,
      ['--expose-gc', '--no-warnings', script, peers.installed ? peers.module : '', ...args],
      { stdio: 'inherit' },
    );
    return await new Promise((resolve, reject) => {
      run.once('error', reject);
      run.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function main(): Promise<number> | number {
  try {
    const { values } = parseArgs({
      options: {
        'no-fail': { type: 'boolean', default: false },
        rounds: { type: 'string', default: '200' },
        'memory-calls': { type: 'string', default: '100000' },
      },
    });
    const [rounds, calls] = [Number(values.rounds), Number(values['memory-calls'])];
    if (!Number.isInteger(rounds) || rounds < 1)
      throw new Error(`--rounds must be 1 or more, got ${values.rounds}`);
    if (!Number.isInteger(calls) || calls < 0)
      throw new Error(`--memory-calls must be 0 or more, got ${values['memory-calls']}`);
    return bench([String(rounds), String(calls), values['no-fail'] ? 'print' : 'fail']);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
}

process.exitCode = await main();
