/** What a check against the mock is, what it proves when it passes, and what it throws when it does not. */
import type { OperationId } from '../../generated/operations.ts';
import type { Validators } from '../../src/contract/validator.ts';

export interface CheckContext {
  /** Where the mock listens. */
  readonly url: string;
  /** Schemas compiled in this process; the judge's standalone ones must agree with them. */
  readonly runtime: Validators;
}

/** The documented response and example that a check has seen arrive. */
export interface Witness {
  readonly response: string;
  readonly example?: string | undefined;
}

export interface Proof {
  /** What was proven, in a few words each. */
  readonly proven: readonly string[];
  readonly witnessed?: Witness | undefined;
}

export type Section = 'response' | 'request' | 'violation' | 'access' | 'wire';

export interface Check {
  /** Stable; the provenance ledger refers to it. */
  readonly id: string;
  readonly operation: OperationId;
  readonly section: Section;
  readonly title: string;
  run(context: CheckContext): Promise<Proof>;
}

export interface BreachDetails {
  readonly operation: OperationId;
  /** JSON Pointer into the bundled spec. */
  readonly spec: string;
  /** Place in the exchange. */
  readonly at: string;
  readonly keyword?: string | undefined;
  readonly expected: string;
  readonly got: string;
  /** A line that repeats the request. */
  readonly curl: string;
}

/** The contract was not kept. The message is complete: it can be read without the stack. */
export class BreachError extends Error {
  override readonly name = 'BreachError';
  readonly details: BreachDetails;

  constructor(details: BreachDetails) {
    const { operation, spec, at, keyword, expected, got } = details;
    const lines = [
      `${operation}: ${at}`,
      `  expected  ${expected}`,
      `  got       ${got}`,
      `  spec      ${spec}${keyword === undefined ? '' : `  (${keyword})`}`,
      `  repeat    ${details.curl}`,
    ];
    super(lines.join('\n'));
    this.details = details;
  }
}
