/** Spreads tasks over processes: a check is busy all the time, so one process for each core is what helps. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Outcome, Task } from './task.ts';

const SOURCE = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** @returns the outcomes in the order of the tasks. */
export async function performAll(
  tasks: readonly Task[],
  processes: number,
  onOutcome: (done: number, outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  let done = 0;
  const serve = (worker: ChildProcess): Promise<void> =>
    new Promise((resolve, reject) => {
      let current = -1;
      const take = (): void => {
        const task = tasks[next];
        if (task === undefined) {
          resolve();
          return;
        }
        current = next;
        next += 1;
        worker.send(task);
      };
      worker.on('message', (outcome: Outcome) => {
        outcomes[current] = outcome;
        done += 1;
        onOutcome(done, outcome);
        take();
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('a process of the run has ended')));
      take();
    });
  const folder = await mkdtemp(join(tmpdir(), 'plexo-mutants-'));
  const program = join(folder, 'worker.mjs');
  await bundled(program);
  const workers = Array.from({ length: Math.min(processes, tasks.length) }, () =>
    fork(program, [], { execArgv: [] }),
  );
  try {
    await Promise.all(workers.map(serve));
  } finally {
    for (const worker of workers) {
      worker.removeAllListeners('exit');
      worker.kill();
    }
    await rm(folder, { recursive: true, force: true });
  }
  return outcomes;
}

/** One file of plain JavaScript: what runs the sources as they are wraps every function, which costs a third of the time. */
async function bundled(outfile: string): Promise<void> {
  await build({
    entryPoints: [SOURCE],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
}
