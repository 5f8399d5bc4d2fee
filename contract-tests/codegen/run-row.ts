/** Takes one row through all its stages and says how each went. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fact } from './difference.ts';
import { type Report, roundTripOf } from './outcome.ts';
import type { Call, Step } from './plan.ts';
import { startReplay } from './replay.ts';
import type { Command, Row } from './row.ts';
import { type Ran, runCommand } from './run-command.ts';
import { warningsIn } from './warnings.ts';
import { prepare } from './workplace.ts';

/** The three things that are checked of each row, in this order; a row stops at the first that fails. */
export const CHECKS = ['generates', 'compiles', 'round-trips'] as const;
export type Check = (typeof CHECKS)[number];

export interface RowResult {
  readonly row: Row;
  readonly passed: readonly Check[];
  /** What went wrong, in the words of the tool; empty when everything passed. */
  readonly failures: readonly string[];
  readonly steps: number;
  readonly facts: readonly Fact[];
  /** Why warnings of the generator may stay. */
  readonly warnings: readonly string[];
  readonly seconds: Readonly<Record<Check, number>>;
}

const CALLS = 'calls.json';
/** More would bury the first, which is mostly the cause of the rest. */
const SHOWN = 12;

export async function runRow(row: Row, steps: readonly Step[]): Promise<RowResult> {
  const folder = await prepare(row);
  const seconds = { generates: 0, compiles: 0, 'round-trips': 0 };
  const passed: Check[] = [];
  const found = {
    row,
    passed,
    seconds,
    steps: 0,
    facts: [] as readonly Fact[],
    warnings: [] as readonly string[],
  };
  const timed = async <T>(check: Check, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    seconds[check] = (performance.now() - start) / 1000;
    return result;
  };

  const generated = await timed('generates', () => runAll(row.generate, folder));
  const { unexpected, reasons } = warningsIn(generated.printed, row.accepted);
  if (generated.failure !== undefined) return { ...found, failures: [generated.failure] };
  if (unexpected.length > 0) {
    return { ...found, failures: unexpected.slice(0, SHOWN).map((line) => `unaccepted warning: ${line}`) };
  }
  passed.push('generates');

  const compiled = await timed('compiles', () => runAll(row.compile, folder));
  if (compiled.failure !== undefined) return { ...found, warnings: reasons, failures: [compiled.failure] };
  passed.push('compiles');

  const { failures, facts } = await timed('round-trips', () => roundTrip(row, steps, folder));
  if (failures.length === 0) passed.push('round-trips');
  const more = failures.length > SHOWN ? [`and ${failures.length - SHOWN} more`] : [];
  return {
    ...found,
    steps: steps.length,
    facts,
    warnings: reasons,
    failures: [...failures.slice(0, SHOWN), ...more],
  };
}

async function runAll(
  commands: readonly Command[],
  folder: string,
): Promise<{ readonly printed: string; readonly failure?: string }> {
  let printed = '';
  for (const command of commands) {
    const ran = await runCommand(command, folder);
    printed += `${ran.stdout}\n${ran.stderr}\n`;
    if (ran.code !== 0) return { printed, failure: endOf(command, ran) };
  }
  return { printed };
}

function endOf({ command, args }: Command, { code, stdout, stderr }: Ran): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  return [`${command} ${args.join(' ')} ended with ${code}:`, ...lines.slice(-40)].join('\n');
}

async function roundTrip(
  row: Row,
  steps: readonly Step[],
  folder: string,
): Promise<{ readonly failures: readonly string[]; readonly facts: readonly Fact[] }> {
  const calls: readonly Call[] = steps.map(({ index, operation, customerId, token, body }) => ({
    index,
    operation,
    customerId,
    token,
    ...(body === undefined ? {} : { body }),
  }));
  await writeFile(join(folder, CALLS), JSON.stringify(calls));
  const replay = await startReplay(steps);
  try {
    const program = { ...row.run, args: [...row.run.args, join(folder, CALLS), replay.url] };
    const ran = await runCommand(program, folder);
    if (ran.code !== 0) return { failures: [endOf(program, ran)], facts: [] };
    const reports: readonly Report[] = ran.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    return roundTripOf(steps, reports, replay.received);
  } finally {
    await replay.stop();
  }
}
