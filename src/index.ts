export { createPlexoClient, type PlexoClient } from './client/client.ts';
export type { Customers } from './client/customers.ts';
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConfigurationError,
  ConnectionError,
  NotFoundError,
  PermissionDeniedError,
  PlexoError,
  type PlexoErrorKind,
  RequestError,
  ResponseError,
  ServerError,
} from './client/errors.ts';
export type * from './client/models.ts';
export type { ClientOptions, Environment, RequestOptions } from './client/options.ts';
export type { PaymentInstruments } from './client/payment-instruments.ts';
export type { Payments } from './client/payments.ts';
export type { Sessions } from './client/sessions.ts';
export type { RawClient } from './client/transport.ts';
