/** Spreads tasks over threads: a check is busy all the time, so one thread for each core is what helps. */
import { Worker } from 'node:worker_threads';
import type { Outcome, Task } from './task.ts';

const SOURCE = new URL('./worker.ts', import.meta.url);

/** @returns the outcomes in the order of the tasks. */
export async function performAll(
  tasks: readonly Task[],
  threads: number,
  onOutcome: (done: number, outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  let done = 0;
  const serve = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let current = -1;
      const take = (): void => {
        const task = tasks[next];
        if (task === undefined) return resolve();
        current = next;
        next += 1;
        worker.postMessage(task);
      };
      worker.on('message', (outcome: Outcome) => {
        outcomes[current] = outcome;
        done += 1;
        onOutcome(done, outcome);
        take();
      });
      worker.once('error', reject);
      take();
    });
  const workers = Array.from(
    { length: Math.min(threads, tasks.length) },
    () => new Worker(SOURCE, { execArgv: ['--import', 'tsx'] }),
  );
  try {
    await Promise.all(workers.map(serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return outcomes;
}
