/** One class per family of error statuses, so that callers branch with `instanceof` or by `name`. */
import { type ErrorDetails, isPlexoError, PlexoError } from './errors.ts';

export interface ApiErrorDetails extends ErrorDetails {
  readonly status: number;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
  readonly apiMessage?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

export type ApiErrorName =
  | 'ApiError'
  | 'BadRequestError'
  | 'AuthenticationError'
  | 'PermissionDeniedError'
  | 'NotFoundError'
  | 'ConflictError'
  | 'UnprocessableEntityError'
  | 'RateLimitError'
  | 'ServerError';

/** The server answered with an error status. */
export class ApiError extends PlexoError<ApiErrorDetails> {
  override readonly name: ApiErrorName = 'ApiError';
  readonly kind = 'api';
  /** HTTP status of the response. */
  declare readonly status: number;
  /** Machine-readable reason from the body; absent when the body does not hold one. */
  declare readonly code: string | undefined;
  /** Family of the error from the body, such as `invalid-request-error`. */
  declare readonly type: string | undefined;
  /** The API's own explanation, redacted. Keep it out of what payers see. */
  declare readonly apiMessage: string | undefined;
  /** How long the server asked to wait (`Retry-After`), in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
}

/** 400: the request was refused. */
export class BadRequestError extends ApiError {
  override readonly name = 'BadRequestError';
}

/** 401: the credentials are missing or wrong. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}

/** 403: the credentials do not allow this. */
export class PermissionDeniedError extends ApiError {
  override readonly name = 'PermissionDeniedError';
}

/** 404: the customer or the instrument does not exist for this client. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/** 409: the request contradicts the stored state. */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError';
}

/** 422: the request is well-formed and still not acceptable. */
export class UnprocessableEntityError extends ApiError {
  override readonly name = 'UnprocessableEntityError';
}

/** 429: too many requests; `retryAfterMs` says how long to wait where the server said so. */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError';
}

/** 5xx: the server failed. After a write it is unknown whether the change took place. */
export class ServerError extends ApiError {
  override readonly name = 'ServerError';
}

const CLASSES: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/** The class for a status: the closest one, `ApiError` itself where there is none. */
export function apiErrorClass(status: number): typeof ApiError {
  return status >= 500 ? ServerError : (CLASSES[status] ?? ApiError);
}

/** Whether a value is an `ApiError`, of this copy of the package or of another one. */
export function isApiError(value: unknown): value is ApiError {
  return isPlexoError(value) && value.kind === 'api';
}
