export { knownValues } from '../generated/known-values.ts';
export {
  ApiError,
  type ApiErrorName,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  isApiError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from './client/api-errors.ts';
export { createPlexoClient, type PlexoClient } from './client/client.ts';
export type { CustomerResults, Customers } from './client/customers.ts';
export {
  AbortedError,
  ConfigurationError,
  ConnectionError,
  isPlexoError,
  type Outcome,
  PlexoError,
  type PlexoErrorKind,
  RequestError,
  type ResponseFinding,
  ResponseValidationError,
  TimeoutError,
  type TimeoutPhase,
} from './client/errors.ts';
export type {
  ClientEvents,
  DriftEvent,
  ErrorEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from './client/events.ts';
export type * from './client/models.ts';
export type {
  ClientOptions,
  Environment,
  RequestOptions,
  ResponseValidation,
  ValidationMode,
} from './client/options.ts';
export type { PaymentInstrumentResults, PaymentInstruments } from './client/payment-instruments.ts';
export type { PaymentResults, Payments } from './client/payments.ts';
export type { CallFailure, ErrorOf, Result, ResultMeta } from './client/result.ts';
export type { SessionResults, Sessions } from './client/sessions.ts';
export type { ResultView } from './client/view.ts';
