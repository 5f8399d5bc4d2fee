/** The two kinds of checks that the run is made of, and what is kept of each: plain data that crosses between threads. */
import type { Readings } from '../../src/sandbox/readings.ts';
import { checkSandbox } from './subject.ts';

export type Task =
  | { readonly kind: 'clean'; readonly readings: Partial<Readings>; readonly seed: number }
  /** `until` is the rule with which the check may end. */
  | {
      readonly kind: 'fault';
      readonly fault: string;
      readonly seed: number;
      readonly until?: string | undefined;
    };

export interface Outcome {
  readonly task: Task;
  /** Rules that found something, each once, errors before warnings. */
  readonly rules: readonly string[];
  /** The findings that are errors, a line each. */
  readonly errors: readonly string[];
  readonly verdict: string;
  readonly failure?: string | undefined;
  readonly leftovers: number;
  readonly requests: number;
  readonly ms: number;
}

export async function perform(task: Task): Promise<Outcome> {
  const started = performance.now();
  const options = task.kind === 'fault' ? { faults: [task.fault] } : task.readings;
  const until = task.kind === 'fault' ? task.until : undefined;
  const report = await checkSandbox({ ...options, seed: task.seed }, task.seed, until);
  const { findings, verdict, failure, leftovers, requests } = report;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const ordered = [...errors, ...findings.filter(({ severity }) => severity !== 'error')];
  return {
    task,
    rules: [...new Set(ordered.map(({ rule }) => rule))],
    errors: errors.map(
      (one) =>
        `${one.rule} ${one.operation} ${one.at}: expected ${one.expected}, got ${one.got} (${one.case})`,
    ),
    verdict,
    failure,
    leftovers: leftovers.length,
    requests,
    ms: performance.now() - started,
  };
}
