/** The measured process: starts the server, times the contenders, watches the heap, says which bars hold. */
import { fork } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { fixtures } from '../../generated/fixtures.ts';
import { megabytes, memoryVerdict, speedVerdicts, table, type Verdict } from './bars.ts';
import { contenders, type Peers, strictClient } from './contenders.ts';
import { timed } from './rounds.ts';

const CALLS_PER_ROUND = 40;
const WARM_UP = 600;
const MEMORY_SAMPLES = 10;

async function startServer(body: string): Promise<{ readonly baseUrl: string; stop(): void }> {
  const server = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [body]);
  const port = await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', () => reject(new Error('the server of the benchmark did not start')));
  });
  return { baseUrl: `http://127.0.0.1:${String(port)}`, stop: () => server.disconnect() };
}

/** Bytes in use after a collection, ten times during the calls. One signal serves all calls, so that a listener left behind would show. */
async function heaps(baseUrl: string, calls: number): Promise<readonly number[]> {
  const plexo = strictClient(baseUrl);
  const { signal } = new AbortController();
  const samples: number[] = [];
  for (let sample = 0; sample < MEMORY_SAMPLES; sample += 1) {
    for (let done = 0; done < calls / MEMORY_SAMPLES; done += 1)
      await plexo.customers.retrieve('id', { signal });
    // Twice, with a turn between: finalizers that the first collection finds run only then.
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
    samples.push(process.memoryUsage().heapUsed);
  }
  return samples;
}

async function run([module = '', rounds, memoryCalls, mode]: readonly string[]): Promise<number> {
  // The peers' own exports, as the folder's load.mjs names them.
  const peers = module === '' ? undefined : ((await import(module)) as Peers);
  const body = JSON.stringify(fixtures.CustomerFull);
  const server = await startServer(body);
  try {
    const schedule = {
      warmUp: WARM_UP,
      rounds: Number(rounds),
      calls: CALLS_PER_ROUND,
      now: () => performance.now(),
      random: Math.random,
    };
    console.log(
      `Node ${process.version}, ${cpus().length} CPUs, load ${(loadavg()[0] ?? 0).toFixed(1)}; ${schedule.rounds} rounds of ${schedule.calls} calls; ${body.length} bytes of body\n`,
    );
    const timings = await timed(contenders(server.baseUrl, peers), schedule);
    console.log(`${table(timings)}\n`);
    const verdicts: Verdict[] = [...speedVerdicts(timings)];
    if (peers === undefined) console.log('no peers: not compared with other SDKs');
    if (Number(memoryCalls) > 0) {
      const samples = await heaps(server.baseUrl, Number(memoryCalls));
      console.log(`heap in MB over ${memoryCalls} calls: ${samples.map(megabytes).join(' ')}\n`);
      verdicts.push(memoryVerdict(samples));
    }
    for (const { bar, ok } of verdicts) console.log(`${ok ? 'ok  ' : 'MISS'} ${bar}`);
    return verdicts.every(({ ok }) => ok) || mode === 'print' ? 0 : 1;
  } finally {
    server.stop();
  }
}

process.exitCode = await run(process.argv.slice(2));
