import { createCall } from './call.ts';
import { type Customers, createCustomers } from './customers.ts';
import { type ClientOptions, settingsFrom } from './options.ts';
import { createPaymentInstruments, type PaymentInstruments } from './payment-instruments.ts';
import { createPayments, type Payments } from './payments.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createRawClient, createSend, type RawClient } from './transport.ts';

/** The client of Plexo's customer surface. */
export interface PlexoClient {
  readonly customers: Customers;
  readonly paymentInstruments: PaymentInstruments;
  readonly payments: Payments;
  readonly sessions: Sessions;
  /**
   * The way out: the typed openapi-fetch client underneath, already authorized and guarded. It returns
   * `{ data, error, response }` and throws only when no response arrives.
   */
  readonly raw: RawClient;
}

/**
 * Creates a client. Nothing is sent until a method is called.
 *
 * @param options credentials and the server to call.
 * @throws ConfigurationError when an option is missing or cannot work.
 * @example
 * ```ts
 * const plexo = createPlexoClient({ clientId, apiKey, environment: 'testing' });
 * const customer = await plexo.customers.create({ referenceId: 'customer-1001', email: 'customer@example.com' });
 * ```
 */
export function createPlexoClient(options: ClientOptions): PlexoClient {
  const raw = createRawClient(settingsFrom(options));
  const call = createCall(createSend(raw));
  return Object.freeze({
    customers: createCustomers(call),
    paymentInstruments: createPaymentInstruments(call),
    payments: createPayments(call),
    sessions: createSessions(call),
    raw,
  });
}
