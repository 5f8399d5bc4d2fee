/** What must happen for the example of a symbol to have something to show: an error class's needs its error. */
import type { FakePlexo } from '../../src/testing.ts';

const TRACED = { 'x-correlation-id': 'correlation-1001' };
const DRIFTED = { allowBreach: true, body: { id: 7 } } as const;

export const circumstances: Readonly<Record<string, (fake: FakePlexo) => void>> = {
  ApiError: (fake) => fake.answer('retrieveCustomer', { status: 402, headers: TRACED }),
  isApiError: (fake) => fake.answer('retrieveCustomer', { status: 404 }),
  BadRequestError: (fake) => fake.answer('createCustomer', { status: 400 }),
  AuthenticationError: (fake) => fake.answer('listCustomers', { status: 401 }),
  PermissionDeniedError: (fake) => fake.answer('listCustomers', { status: 403, headers: TRACED }),
  NotFoundError: (fake) => fake.answer('retrieveCustomer', { status: 404 }),
  ConflictError: (fake) => fake.answer('createCustomer', { status: 409 }),
  UnprocessableEntityError: (fake) => fake.answer('createPayment', { status: 422 }),
  RateLimitError: (fake) => fake.fault('createPayment', { status: 429, retryAfter: 3 }),
  ServerError: (fake) => fake.answer('createPayment', { status: 503 }),
  PlexoError: (fake) => fake.fault('createPayment', 'reset'),
  isPlexoError: (fake) => fake.fault('createPayment', 'reset'),
  ConnectionError: (fake) => fake.fault('createPayment', 'reset'),
  TimeoutError: (fake) => fake.fault('listCustomers', 'stall'),
  AbortedError: (fake) => fake.fault('listCustomers', 'stall'),
  ResponseValidationError: (fake) => fake.answer('retrieveCustomer', DRIFTED),
  contractValidation: (fake) => fake.answer('createCustomer', DRIFTED),
};
