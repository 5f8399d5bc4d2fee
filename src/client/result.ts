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

export type Result<Value, Failure extends PlexoError = PlexoError> =
  | { readonly ok: true; readonly data: Value; readonly meta: ResultMeta }
  | { readonly ok: false; readonly error: Failure; readonly meta: ResultMeta };

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
