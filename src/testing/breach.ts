/** Breaches of the contract as the fake tells them: a value for assertions, and an error that names the first one. */
import type { OperationId } from '../../generated/operations.ts';

/**
 * One place where a request, or an answer that a test gave, is not what the contract says.
 *
 * @example
 * ```ts
 * const fake = createFakePlexo();
 * await fake.fetch('http://localhost/v1/customers');
 * const [breach]: readonly Breach[] = fake.breaches;
 * expect(breach?.message).toBe(
 *   'listCustomers request header authorization: expected HTTP Basic credentials, got no header (credentials, spec /security)',
 * );
 * ```
 */
export interface Breach {
  /** Whose it is: a request of the code under test, or an answer of the test itself. */
  readonly of: 'request' | 'answer';
  /** Absent where the contract has no such operation. */
  readonly operation: OperationId | undefined;
  /** What was broken, such as `media-type` or `body-schema`. */
  readonly rule: string;
  /** JSON Pointer into the bundled spec: the statement that was broken. */
  readonly spec: string;
  /** `path`, `method`, `status`, `header` with a name, or `body` with a JSON Pointer. */
  readonly at: string;
  /** What the contract says. */
  readonly expected: string;
  /** What was there, cut to a length that fits a line. */
  readonly got: string;
  /** All of it on one line. */
  readonly message: string;
}

/**
 * Thrown where an answer would break the contract, and by a `strict` fake for a request that does.
 *
 * @example
 * ```ts
 * const fake = createFakePlexo();
 * const wrong = { status: 200, body: { id: 7 } };
 * // TypeScript refuses it already; a value from elsewhere is refused when it is given.
 * // @ts-expect-error
 * const answer = () => fake.answer('retrieveCustomer', wrong);
 * expect(answer).toThrow(ContractBreachError);
 * expect(answer).toThrow('body/id: expected must be string, got 7');
 * ```
 */
export class ContractBreachError extends Error {
  override readonly name = 'ContractBreachError';
  /** All of them; the message names the first. */
  readonly breaches: readonly Breach[];

  constructor(breaches: readonly Breach[], advice = '') {
    const more = breaches.length > 1 ? ` (and ${breaches.length - 1} more)` : '';
    super(`${breaches[0]?.message ?? 'the contract was broken'}${more}${advice}`);
    this.breaches = breaches;
  }
}

/** A breach with its line; `where` is `request`, or the status of an answer. */
export function breach(parts: Omit<Breach, 'message'>, where: string): Breach {
  const { operation, at, expected, got, rule, spec } = parts;
  const message = `${operation ?? 'unknown operation'} ${where} ${at}: expected ${expected}, got ${got} (${rule}, spec ${spec})`;
  return Object.freeze({ ...parts, message });
}
