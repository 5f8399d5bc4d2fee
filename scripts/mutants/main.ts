/**
 * `npm run mutants`: what the checker catches, and whom it blames.
 *
 * First the clean sandbox, 200 seeds, each with another combination of its readings: nothing may be found. Then every fault of
 * the sandbox, one at a time: each must be found, by the rule that its entry names. `--clean` and `--kill` run one half;
 * `--peer` shows Prism's proxy the answers that each fault changes, beside the judge.
 * A check ends with the rule that ought to find the fault; `--whole` lets each run to its end.
 * `--only TEXT` runs the faults whose id holds the text. Exit code 1 when anything is not as it must be.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { faults } from '../../src/sandbox/faults/catalogue.ts';
import { CLASSICS } from './classics.ts';
import { combinations } from './combinations.ts';
import { askPrism } from './prism-proxy.ts';
import { performAll } from './processes.ts';
import type { Outcome, Task } from './task.ts';

const { values } = parseArgs({
  options: {
    clean: { type: 'boolean' },
    kill: { type: 'boolean' },
    peer: { type: 'boolean' },
    whole: { type: 'boolean' },
    only: { type: 'string' },
    seeds: { type: 'string' },
  },
});
const both =
  values.clean !== true && values.kill !== true && values.peer !== true && values.only === undefined;
const terminal = process.stdout.isTTY === true;

async function performShown(title: string, tasks: readonly Task[]): Promise<readonly Outcome[]> {
  const started = performance.now();
  const outcomes = await performAll(tasks, Math.min(2, availableParallelism()), (done) => {
    if (terminal) process.stdout.write(`\r\u001b[K${title}: ${done} of ${tasks.length}`);
  });
  if (terminal) process.stdout.write('\r\u001b[K');
  const requests = outcomes.reduce((sum, one) => sum + one.requests, 0);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`${title}: ${tasks.length} checks, ${requests} requests, ${seconds} s`);
  return outcomes;
}

async function clean(): Promise<boolean> {
  const count = Number(values.seeds ?? 200);
  const tasks = combinations(count).map(
    (readings, index): Task => ({ kind: 'clean', readings, seed: index + 1 }),
  );
  const outcomes = await performShown('clean sandbox', tasks);
  const blamed = outcomes.filter(({ verdict, leftovers }) => verdict !== 'kept' || leftovers > 0);
  for (const { task, errors, failure } of blamed.slice(0, 10)) {
    console.log(`  BLAMED ${JSON.stringify(task)} ${failure ?? ''}`);
    for (const error of errors.slice(0, 5)) console.log(`    ${error}`);
  }
  console.log(`  blamed without a fault: ${blamed.length} of ${tasks.length}`);
  return blamed.length === 0;
}

async function kill(): Promise<boolean> {
  const chosen = faults.filter(({ id }) => id.includes(values.only ?? ''));
  const outcomes = await performShown(
    'faults',
    chosen.map(({ id, caughtBy }): Task => {
      return { kind: 'fault', fault: id, seed: 1, until: values.whole === true ? undefined : caughtBy };
    }),
  );
  const rows = chosen.map((fault, index) => ({ fault, rules: outcomes[index]?.rules ?? [] }));
  const alive = rows.filter(({ rules }) => rules.length === 0);
  const others = rows.filter(({ fault, rules }) => rules.length > 0 && !rules.includes(fault.caughtBy));
  for (const { fault } of alive) console.log(`  ALIVE ${fault.id}: ${fault.title} (${fault.caughtBy})`);
  for (const { fault, rules } of others)
    console.log(`  OTHER ${fault.id}: should be ${fault.caughtBy}, is ${rules.join(', ')}`);
  const table = new Map<string, { faults: number; right: number; caught: number }>();
  for (const { fault, rules } of rows) {
    const row = table.get(fault.caughtBy) ?? { faults: 0, right: 0, caught: 0 };
    table.set(fault.caughtBy, {
      faults: row.faults + 1,
      right: row.right + (rules.includes(fault.caughtBy) ? 1 : 0),
      caught: row.caught + (rules.length > 0 ? 1 : 0),
    });
  }
  console.log(
    `\n  ${'ought to be caught by'.padEnd(32)}${'faults'.padStart(8)}${'caught'.padStart(8)}${'by it'.padStart(8)}`,
  );
  for (const [rule, row] of [...table].sort(([a], [b]) => a.localeCompare(b))) {
    const figures = [row.faults, row.caught, row.right].map((n) => String(n).padStart(8)).join('');
    console.log(`  ${rule.padEnd(32)}${figures}`);
  }
  const caught = new Set(rows.filter(({ rules }) => rules.length > 0).map(({ fault }) => fault.id));
  const classics = CLASSICS.filter(({ fault }) => caught.has(fault)).length;
  if (values.only === undefined)
    console.log(`\n  classic faults of a provider: ${classics} of ${CLASSICS.length}`);
  const killed = rows.length - alive.length;
  console.log(`\n  caught ${killed} of ${rows.length}, by the rule that ought to ${killed - others.length}`);
  const whole = values.only !== undefined || classics === CLASSICS.length;
  return alive.length === 0 && others.length === 0 && whole;
}

/** Never a verdict on the run: the peer is measured, not tested. */
async function peer(): Promise<void> {
  const { shown, byPrism, byJudge, clean, blamedByPrism, blamedByJudge } = await askPrism(faults);
  console.log(
    `\n  the answers that ${shown} faults change, one at a time${''.padEnd(6)}found   blamed of ${clean} clean`,
  );
  console.log(`  Prism's proxy${String(byPrism).padStart(43)}${String(blamedByPrism).padStart(9)}`);
  console.log(`  the judge${String(byJudge).padStart(47)}${String(blamedByJudge).padStart(9)}`);
}

const results: boolean[] = [];
if (both || values.clean === true) results.push(await clean());
if (both || values.kill === true || values.only !== undefined) results.push(await kill());
if (both || values.peer === true) await peer();
process.exitCode = results.every(Boolean) ? 0 : 1;
