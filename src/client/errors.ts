/**
 * Everything that this package throws. One root class, a literal `kind` on each class, one-line messages that name the
 * operation and the place. `instanceof`, `kind` and `name` all tell the classes apart.
 */
import type { OperationId } from '../../generated/operations.ts';

export type PlexoErrorKind = 'configuration' | 'request' | 'connection' | 'api' | 'response';

interface ErrorDetails {
  readonly operation?: OperationId | undefined;
  readonly cause?: unknown;
}

/** Root of all errors of this package. */
export abstract class PlexoError extends Error {
  abstract override readonly name: string;
  abstract readonly kind: PlexoErrorKind;
  /** The operation that was called; absent while the client is being created. */
  readonly operation: OperationId | undefined;

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.operation = details.operation;
  }
}

/** The client was created with options that cannot work. Nothing was sent. */
export class ConfigurationError extends PlexoError {
  override readonly name = 'ConfigurationError';
  readonly kind = 'configuration';
}

/** An argument of a call cannot be sent: an empty id, a `..` in its place. Nothing was sent. */
export class RequestError extends PlexoError {
  override readonly name = 'RequestError';
  readonly kind = 'request';
}

/** No response arrived. After a write it is unknown whether the server acted on the request. */
export class ConnectionError extends PlexoError {
  override readonly name = 'ConnectionError';
  readonly kind = 'connection';
}

/** A success arrived whose body is not what the contract says: not JSON, cut off, or absent. */
export class ResponseError extends PlexoError {
  override readonly name = 'ResponseError';
  readonly kind = 'response';
  readonly status: number;

  constructor(message: string, details: ErrorDetails & { readonly status: number }) {
    super(message, details);
    this.status = details.status;
  }
}

interface ApiErrorDetails extends ErrorDetails {
  readonly status: number;
  /** The body of the error as it was parsed: an object where the server keeps the contract, anything otherwise. */
  readonly body: unknown;
}

/** The server answered with an error status. Subclasses stand for the statuses that callers branch on. */
export class ApiError extends PlexoError {
  override readonly name: string = 'ApiError';
  readonly kind = 'api';
  /** HTTP status of the response. */
  readonly status: number;
  /** Machine-readable reason from the body; absent when the body does not hold one. */
  readonly code: string | undefined;
  /** Family of the error from the body, such as `invalid-request-error`. */
  readonly type: string | undefined;
  /** The API's own explanation. It may quote what was sent: keep it out of what payers see. */
  readonly apiMessage: string | undefined;

  constructor(details: ApiErrorDetails) {
    const code = textMember(details.body, 'code');
    super(
      `${details.operation ?? 'request'} was answered ${details.status}${code === undefined ? '' : ` (${code})`}`,
      details,
    );
    this.status = details.status;
    this.code = code;
    this.type = textMember(details.body, 'type');
    this.apiMessage = textMember(details.body, 'message');
  }
}

/** 400: the request was refused. */
export class BadRequestError extends ApiError {
  override readonly name = 'BadRequestError';
}

/** 401: the credentials are missing or wrong. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
}

/** 403: the credentials do not allow this. Not documented by the API; kept apart because callers must not retry it. */
export class PermissionDeniedError extends ApiError {
  override readonly name = 'PermissionDeniedError';
}

/** 404: the customer or the instrument does not exist for this client. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
}

/** 5xx: the server failed. After a write it is unknown whether the change took place. */
export class ServerError extends ApiError {
  override readonly name = 'ServerError';
}

/** The error class for a status; `ApiError` itself where no closer class exists. */
export function apiErrorFor(details: ApiErrorDetails): ApiError {
  if (details.status >= 500) return new ServerError(details);
  const ErrorClass = CLASS_BY_STATUS.get(details.status) ?? ApiError;
  return new ErrorClass(details);
}

const CLASS_BY_STATUS: ReadonlyMap<number, typeof ApiError> = new Map<number, typeof ApiError>([
  [400, BadRequestError],
  [401, AuthenticationError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
]);

function textMember(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
