/** The view of the client that never rejects: what a call comes to, as a value. */
import type { OperationId, operations } from '../../generated/operations.ts';
import type { ApiError, AuthenticationError, BadRequestError, NotFoundError } from './api-errors.ts';
import type {
  AbortedError,
  ConnectionError,
  PlexoError,
  RequestError,
  ResponseValidationError,
  TimeoutError,
} from './errors.ts';

/** What is known about a call beside its value. */
export interface ResultMeta {
  /** The operation's id in the contract. */
  readonly operation: OperationId;
  /** Status of the last response; absent when none arrived. */
  readonly status: number | undefined;
  /** `x-correlation-id` of the last response, where the server sent one. */
  readonly correlationId: string | undefined;
  /** Requests that were made. */
  readonly attempts: number;
  /** Time of the whole call in milliseconds, waits included. */
  readonly elapsedMs: number;
  /** The last response, its body already read; absent when none arrived. */
  readonly response: Response | undefined;
  /**
   * True when a delete succeeded although its last answer was 404: an earlier attempt, whose answer was lost, had
   * already deleted the resource.
   */
  readonly deletedEarlier: boolean;
}

/** What a call came to: `data` where `ok` is true, `error` where it is false, and `meta` either way. */
export type Result<Value, Failure extends PlexoError = PlexoError> =
  | {
      /** Tells the two apart. */
      readonly ok: true;
      /** What the throwing method would resolve to. */
      readonly data: Value;
      /** What is known about the call beside its value. */
      readonly meta: ResultMeta;
    }
  | {
      /** Tells the two apart. */
      readonly ok: false;
      /** What the throwing method would reject with. */
      readonly error: Failure;
      /** What is known about the call beside its failure. */
      readonly meta: ResultMeta;
    };

/** Failures that any operation can have without an error status. */
export type CallFailure =
  | RequestError
  | ConnectionError
  | TimeoutError
  | AbortedError
  | ResponseValidationError;

interface ErrorByStatus {
  readonly '400': BadRequestError;
  readonly '401': AuthenticationError;
  readonly '404': NotFoundError;
  readonly default: ApiError;
}

/** The errors of an operation: the ones that its documented statuses stand for, and those of the way there and back. */
export type ErrorOf<Id extends OperationId> =
  | ErrorByStatus[Extract<keyof (typeof operations)[Id]['responses'], keyof ErrorByStatus>]
  | CallFailure;
