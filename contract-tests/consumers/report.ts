/** What the trial of the consumers came to: a line for each, and the counts. */
import type { Consumer, Outcome } from './consumer.ts';

/** The names under which test runners report; a sum of them needs no second vocabulary. */
export interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

/** @param complete nothing may be skipped: what was is counted as failed */
export function counts(outcomes: readonly Outcome[], complete: boolean): Counts {
  const of = (kind: Outcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    numPassedTests: of('works'),
    numFailedTests: of('fails') + (complete ? of('skipped') : 0),
    numPendingTests: complete ? 0 : of('skipped'),
  };
}

export function lineOf(consumer: Consumer, outcome: Outcome, elapsedMs: number): string {
  const name = consumer.name.padEnd(16);
  switch (outcome.kind) {
    case 'works':
      return `works    ${name}${consumer.title} (${(elapsedMs / 1000).toFixed(1)} s)`;
    case 'skipped':
      return `SKIPPED  ${name}${outcome.reason}; install it with: ${outcome.install}`;
    case 'fails':
      return `FAILS    ${name}${outcome.step}\n${outcome.said.replace(/^/gm, '         ')}`;
  }
}
