/** What an operation came to: a value, or the reason why not. */
import type { ProblemId } from './problem.ts';

export interface Refusal {
  readonly ok: false;
  readonly problem: ProblemId;
  /** The place in the request and what is wrong there; never a value. */
  readonly detail?: string;
}

export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Refusal;

export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

export function refused(problem: ProblemId, detail?: string): Refusal {
  return detail === undefined ? { ok: false, problem } : { ok: false, problem, detail };
}
