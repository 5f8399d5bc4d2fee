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

/** The `kind` of each class of errors: one word for each row of the README's table of classes. */
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

/**
 * Root of all errors of this package. Its message is one line, and what it prints holds neither credentials nor what the
 * contract marks as sensitive.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.payments.create(payment);
 * } catch (error) {
 *   if (!(error instanceof PlexoError)) throw error;
 *   console.error(error.name, error.outcome, error.attempts);
 * }
 * ```
 */
export abstract class PlexoError<Details extends ErrorDetails = ErrorDetails> extends Error {
  /** The name of the class, as a literal; `AbortError` for an `AbortedError`. */
  abstract override readonly name: string;
  /** What kind of failure it is: the same for a class and its subclasses. */
  abstract readonly kind: PlexoErrorKind;
  /** The operation that was called; absent where there was none. */
  declare readonly operation: OperationId | undefined;
  /** What is known of the request's effect. */
  declare readonly outcome: Outcome;
  /** Requests that were made; 0 when nothing was sent. */
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

/**
 * The client was created with options that cannot work; the message names the option and what would be right. Nothing was sent.
 *
 * @example
 * ```ts
 * try {
 *   createPlexoClient({ clientId, apiKey, baseUrl: 'http://plexo.example.com' });
 * } catch (error) {
 *   if (error instanceof ConfigurationError) console.error(error.message);
 * }
 * ```
 */
export class ConfigurationError extends PlexoError {
  override readonly name = 'ConfigurationError';
  readonly kind = 'configuration';

  constructor(message: string) {
    super(message, { outcome: 'not_sent' });
  }
}

/**
 * An argument cannot be sent: an empty id, a `..` in its place, a body that is not JSON. Nothing was sent.
 *
 * @example
 * ```ts
 * const result = await plexo.result.customers.retrieve('');
 * if (!result.ok && result.error instanceof RequestError) console.error(result.error.message);
 * ```
 */
export class RequestError extends PlexoError {
  override readonly name = 'RequestError';
  readonly kind = 'request';

  constructor(message: string, details: Omit<ErrorDetails, 'outcome'>) {
    super(message, { ...details, outcome: 'not_sent' });
  }
}

/**
 * No complete response arrived: no connection was made, or it broke before all of the response was here. `outcome` tells whether
 * the request can have been carried out; `cause` is what `fetch` rejected with.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.payments.create(payment);
 * } catch (error) {
 *   if (!(error instanceof ConnectionError)) throw error;
 *   if (error.outcome === 'unknown') console.error('look for the payment:', payment.referenceId);
 * }
 * ```
 */
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

/**
 * The time of an attempt or of the whole call was up, be it while waiting for the response or while reading its body.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.customers.list({ timeoutMs: 100, maxRetries: 0 });
 * } catch (error) {
 *   if (!(error instanceof TimeoutError)) throw error;
 *   console.warn(`no ${error.phase} within ${error.limitMs} ms (${error.scope})`);
 * }
 * ```
 */
export class TimeoutError extends PlexoError<TimeoutDetails> {
  override readonly name = 'TimeoutError';
  readonly kind = 'timeout';
  /** What was being waited for when the time was up. */
  declare readonly phase: TimeoutPhase;
  /** `attempt`: `timeoutMs` of the last attempt; `deadline`: `deadlineMs` of the whole call. */
  declare readonly scope: 'attempt' | 'deadline';
  /** The limit that was reached, in milliseconds. */
  declare readonly limitMs: number;
}

/**
 * The caller's signal was aborted; `cause` is its reason. The name is the one that the platform uses, `AbortError`.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.customers.list({ signal: AbortSignal.timeout(50) });
 * } catch (error) {
 *   if (!(error instanceof AbortedError)) throw error;
 *   console.warn('given up, because of', error.cause);
 * }
 * ```
 */
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
  /** JSON Schema keyword, where one was broken. */
  readonly keyword?: string | undefined;
  /** What the contract says. */
  readonly expected: string;
  /** What was there, by kind and size; never the value, which may be personal data. */
  readonly got: string;
}

export interface ResponseValidationDetails extends ErrorDetails {
  readonly status: number;
  readonly findings: readonly ResponseFinding[];
}

/**
 * A success arrived that is not what the contract says, is not JSON, or is larger than `maxBodyBytes`. A write was carried out
 * (`outcome` is `accepted`): do not repeat it.
 *
 * @example
 * ```ts
 * const plexo = createPlexoClient({ clientId, apiKey, environment: 'testing', validation: contractValidation() });
 * try {
 *   await plexo.customers.retrieve('some-id');
 * } catch (error) {
 *   if (!(error instanceof ResponseValidationError)) throw error;
 *   for (const { at, expected, got } of error.findings) console.error(`${at}: expected ${expected}, got ${got}`);
 * }
 * ```
 */
export class ResponseValidationError extends PlexoError<ResponseValidationDetails> {
  override readonly name = 'ResponseValidationError';
  readonly kind = 'response';
  /** HTTP status of the response. */
  declare readonly status: number;
  /** What is wrong with it, the values left out. */
  declare readonly findings: readonly ResponseFinding[];
}

/**
 * Whether a value is an error of this package, of this copy of it or of another one, where `instanceof` would say no.
 *
 * @param value anything, such as what a `catch` caught.
 * @example
 * ```ts
 * try {
 *   await plexo.payments.create(payment);
 * } catch (error) {
 *   if (!isPlexoError(error)) throw error;
 *   if (error.outcome === 'unknown') console.error('look for the payment:', payment.referenceId);
 * }
 * ```
 */
export function isPlexoError(value: unknown): value is PlexoError {
  return Reflect.get(Object(value), BRAND) === true;
}
