/** What the judge says: which rule was broken, where in the contract that rule stands, and where in the exchange. */
import type { OperationId } from '../../generated/operations.ts';

/** An `error` is a breach of the contract; a `warning` is worth a look and fails nothing. */
export type Severity = 'error' | 'warning';

export interface Finding {
  /** Stable id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly operation: OperationId;
  /** HTTP status of the judged response. */
  readonly status: number;
  /** JSON Pointer into the bundled spec: the statement that was broken. */
  readonly spec: string;
  /** Place in the exchange: `status`, `header content-type`, `body`, or `body` with a JSON Pointer. */
  readonly at: string;
  /** JSON Schema keyword, where one was broken. */
  readonly keyword?: string | undefined;
  readonly expected: string;
  readonly got: string;
}

/** The finding on one line, without the request that led to it. */
export function describe(finding: Finding): string {
  const { rule, operation, status, at, expected, got, spec } = finding;
  return `${operation} ${status} ${at}: expected ${expected}, got ${got} (${rule}, spec ${spec})`;
}

/** A value as a report shows it: JSON, cut to a length that fits a line. */
export function shown(value: unknown, limit = 60): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
