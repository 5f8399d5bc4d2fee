/** One class per family of error statuses, so that callers branch with `instanceof` or by `name`. */
import { type ErrorDetails, isPlexoError, PlexoError } from './errors.ts';

export interface ApiErrorDetails extends ErrorDetails {
  readonly status: number;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
  readonly apiMessage?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** The `name` of each class of error statuses, for a `switch` that TypeScript holds to be complete. */
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

/**
 * The server answered with an error status. The statuses that callers tell apart have a subclass of their own; all others
 * arrive as this class.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.customers.retrieve('some-id');
 * } catch (error) {
 *   if (!(error instanceof ApiError)) throw error;
 *   console.error(error.status, error.code, error.apiMessage, error.correlationId);
 * }
 * ```
 */
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

/**
 * 400: the request was refused, and nothing was changed. `code` and `apiMessage` say why, where the body says so.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.customers.create({ referenceId: 'customer-1001', email: 'customer@example.com' });
 * } catch (error) {
 *   if (!(error instanceof BadRequestError)) throw error;
 *   console.error('mend the request:', error.code, error.apiMessage);
 * }
 * ```
 */
export class BadRequestError extends ApiError {
  override readonly name = 'BadRequestError';
}

/**
 * 401: the credentials are missing or wrong. The contract does not promise a body, so `code` may be absent.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.customers.list();
 * } catch (error) {
 *   if (!(error instanceof AuthenticationError)) throw error;
 *   console.error('look at clientId, apiKey and environment:', error.message);
 * }
 * ```
 */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}

/**
 * 403: the credentials are right and do not allow this. The contract names no such answer; its `default` response covers it.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.customers.list();
 * } catch (error) {
 *   if (!(error instanceof PermissionDeniedError)) throw error;
 *   console.error('ask Plexo for this permission:', error.operation, error.correlationId);
 * }
 * ```
 */
export class PermissionDeniedError extends ApiError {
  override readonly name = 'PermissionDeniedError';
}

/**
 * 404: the customer or the instrument does not exist for this client.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.customers.retrieve('some-id');
 * } catch (error) {
 *   if (!(error instanceof NotFoundError)) throw error;
 *   console.warn('there is no such customer:', error.code);
 * }
 * ```
 */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/**
 * 409: the request contradicts the stored state. The contract names no such answer; its `default` response covers it.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.customers.create({ referenceId: 'customer-1001', email: 'customer@example.com' });
 * } catch (error) {
 *   if (!(error instanceof ConflictError)) throw error;
 *   console.warn('look for the referenceId in customers.list():', error.code);
 * }
 * ```
 */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError';
}

/**
 * 422: the request is well-formed and still not acceptable. The contract names no such answer; its `default` response covers it.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.payments.create(payment);
 * } catch (error) {
 *   if (!(error instanceof UnprocessableEntityError)) throw error;
 *   console.error('not acceptable:', error.code, error.apiMessage);
 * }
 * ```
 */
export class UnprocessableEntityError extends ApiError {
  override readonly name = 'UnprocessableEntityError';
}

/**
 * 429: too many requests. Reads, updates and deletes were repeated before this is thrown; a POST is not. `retryAfterMs` says
 * how long to wait, in milliseconds, where the server said so.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.payments.create(payment);
 * } catch (error) {
 *   if (!(error instanceof RateLimitError)) throw error;
 *   console.warn(`nothing was charged; try again in ${error.retryAfterMs ?? 1_000} ms`);
 * }
 * ```
 */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError';
}

/**
 * 5xx: the server failed. After a write `outcome` is `unknown`: the change may or may not have taken place.
 *
 * @example
 * ```ts
 * try {
 *   await plexo.payments.create(payment);
 * } catch (error) {
 *   if (!(error instanceof ServerError)) throw error;
 *   console.error(`${error.status}, outcome ${error.outcome}: find out before charging again`);
 * }
 * ```
 */
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

/**
 * Whether a value is an `ApiError`, of this copy of the package or of another one, where `instanceof` would say no.
 *
 * @param value anything, such as what a `catch` caught.
 * @example
 * ```ts
 * const result = await plexo.result.customers.retrieve('some-id');
 * if (!result.ok && isApiError(result.error)) console.error(result.error.status);
 * ```
 */
export function isApiError(value: unknown): value is ApiError {
  return isPlexoError(value) && value.kind === 'api';
}
