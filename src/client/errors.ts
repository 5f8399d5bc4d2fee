/**
 * Everything that this package throws: one root, a literal `name` and `kind` on each class, and an `outcome` that says
 * whether a write happened. Messages are one line; what is printed was redacted before it got here.
 */
import type { OperationId } from '../../generated/operations.ts';

/**
 * What is known of the request's effect: `not_sent`, nothing left this process; `rejected`, the server refused it;
 * `accepted`, the server confirmed it, whatever was wrong with the answer; `unknown`, it may or may not have happened.
 */
export type Outcome = 'not_sent' | 'rejected' | 'accepted' | 'unknown';

export type PlexoErrorKind =
  | 'configuration'
  | 'request'
  | 'connection'
  | 'timeout'
  | 'aborted'
  | 'api'
  | 'response';

export interface ErrorDetails {
  readonly operation?: OperationId | undefined;
  readonly outcome: Outcome;
  /** Requests that were made; 0 when nothing was sent. */
  readonly attempts?: number | undefined;
  readonly correlationId?: string | undefined;
  readonly cause?: unknown;
}

/** Registered, so that two copies of this package in one program recognise each other's errors. */
const BRAND = Symbol.for('plexo-customers.error');

/** Root of all errors of this package. A class has the members that its details have, and the constructor gives it them. */
export abstract class PlexoError<Details extends ErrorDetails = ErrorDetails> extends Error {
  abstract override readonly name: string;
  abstract readonly kind: PlexoErrorKind;
  /** The operation that was called; absent where there was none. */
  declare readonly operation: OperationId | undefined;
  declare readonly outcome: Outcome;
  declare readonly attempts: number;
  /** `x-correlation-id` of the last response, where the server sent one; name it to Plexo's support. */
  declare readonly correlationId: string | undefined;

  constructor(message: string, { cause, ...details }: Details) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { attempts: 0 }, details);
  }

  get [BRAND](): boolean {
    return true;
  }

  /** What a log needs, without stack and cause. */
  toJSON(): Record<string, unknown> {
    const { name, kind, message } = this;
    // As any object, for TypeScript sees that name and kind come twice: the first time is for their order.
    return { name, kind, message, ...(this as object) };
  }
}

/** The client was created with options that cannot work. */
export class ConfigurationError extends PlexoError {
  override readonly name = 'ConfigurationError';
  readonly kind = 'configuration';

  constructor(message: string) {
    super(message, { outcome: 'not_sent' });
  }
}

/** An argument cannot be sent: an empty id, a `..` in its place, a body that is not JSON. Nothing was sent. */
export class RequestError extends PlexoError {
  override readonly name = 'RequestError';
  readonly kind = 'request';

  constructor(message: string, details: Omit<ErrorDetails, 'outcome'>) {
    super(message, { ...details, outcome: 'not_sent' });
  }
}

/** No complete response arrived. */
export class ConnectionError extends PlexoError {
  override readonly name = 'ConnectionError';
  readonly kind = 'connection';
}

/** What was going on when the time was up: waiting for the headers of a response, or reading its body. */
export type TimeoutPhase = 'headers' | 'body';

export interface TimeoutDetails extends ErrorDetails {
  readonly phase: TimeoutPhase;
  readonly scope: 'attempt' | 'deadline';
  readonly limitMs: number;
}

/** The time of an attempt or of the whole call was up. */
export class TimeoutError extends PlexoError<TimeoutDetails> {
  override readonly name = 'TimeoutError';
  readonly kind = 'timeout';
  declare readonly phase: TimeoutPhase;
  /** `attempt`: `timeoutMs` of the last attempt; `deadline`: `deadlineMs` of the whole call. */
  declare readonly scope: 'attempt' | 'deadline';
  declare readonly limitMs: number;
}

/** The caller's signal was aborted; `cause` is its reason. The name is the one that the platform uses. */
export class AbortedError extends PlexoError {
  override readonly name = 'AbortError';
  readonly kind = 'aborted';
}

/** A place where a success is not what the contract says. */
export interface ResponseFinding {
  /** Rule of the contract's judge. */
  readonly rule: string;
  /** JSON Pointer into the spec, where the rule follows from it. */
  readonly spec: string;
  /** `body` with a JSON Pointer, `status`, or `header` with a name. */
  readonly at: string;
  readonly keyword?: string | undefined;
  readonly expected: string;
  /** What was there, by kind and size; never the value, which may be personal data. */
  readonly got: string;
}

export interface ResponseValidationDetails extends ErrorDetails {
  readonly status: number;
  readonly findings: readonly ResponseFinding[];
}

/** A success arrived whose content is not what the contract says. A write was carried out: do not repeat it. */
export class ResponseValidationError extends PlexoError<ResponseValidationDetails> {
  override readonly name = 'ResponseValidationError';
  readonly kind = 'response';
  declare readonly status: number;
  declare readonly findings: readonly ResponseFinding[];
}

/**
 * Whether a value is an error of this package, of this copy of it or of another one.
 *
 * @example
 * ```ts
 * if (isPlexoError(error) && error.outcome === 'unknown') await findOut(error.operation);
 * ```
 */
export function isPlexoError(value: unknown): value is PlexoError {
  return Reflect.get(Object(value), BRAND) === true;
}
