/** What is tested: a client on a scripted server, and one operation for each way of repeating. */
import { onTestFinished } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { OperationId } from '../../generated/operations.ts';
import type { Surroundings } from '../../src/client/call.ts';
import { createClientIn } from '../../src/client/client.ts';
import { systemClock } from '../../src/client/deadline.ts';
import type { ClientOptions, PlexoClient, RequestOptions, Result } from '../../src/index.ts';
import { type Step, startServer, type TestServer } from './server.ts';
import { answer } from './steps.ts';

export interface Sample {
  readonly title: string;
  readonly method: 'GET' | 'PUT' | 'DELETE' | 'POST';
  readonly operation: OperationId;
  readonly write: boolean;
  /** Whether a request that may have been sent may be sent again. */
  readonly repeatable: boolean;
  readonly success: Step;
  readonly value: unknown;
  perform(plexo: PlexoClient, options?: RequestOptions): Promise<Result<unknown>>;
}

export const read: Sample = {
  title: 'a read',
  method: 'GET',
  operation: 'retrieveCustomer',
  write: false,
  repeatable: true,
  success: answer(200, fixtures.CustomerFull),
  value: fixtures.CustomerFull,
  perform: (plexo, options) => plexo.result.customers.retrieve('c-1', options),
};

export const put: Sample = {
  title: 'a PUT',
  method: 'PUT',
  operation: 'updateCustomer',
  write: true,
  repeatable: true,
  success: answer(200, fixtures.CustomerUpdated),
  value: fixtures.CustomerUpdated,
  perform: (plexo, options) => plexo.result.customers.update('c-1', fixtures.CustomerUpdateGuide, options),
};

export const remove: Sample = {
  title: 'a DELETE',
  method: 'DELETE',
  operation: 'deletePaymentInstrument',
  write: true,
  repeatable: true,
  success: answer(204),
  value: undefined,
  perform: (plexo, options) => plexo.result.paymentInstruments.delete('c-1', 't-1', options),
};

export const post: Sample = {
  title: 'a POST',
  method: 'POST',
  operation: 'createPayment',
  write: true,
  repeatable: false,
  success: answer(201, fixtures.PaymentApproved),
  value: fixtures.PaymentApproved,
  perform: (plexo, options) => plexo.result.payments.create(fixtures.PaymentCreateGuide, options),
};

export const samples: readonly Sample[] = [read, put, remove, post];

/** Far above what any of these tests needs and still within what a test may take. */
export const DEADLINE_MS = 2_000;

export const CREDENTIALS = { clientId: 'client', apiKey: 'the-api-key' };

/** A client that waits for nothing before a repetition unless the server asks for it. */
export function clientOn(
  url: string,
  options: Partial<ClientOptions> = {},
  surroundings: Partial<Surroundings> = {},
): PlexoClient {
  return createClientIn(
    { clock: systemClock, random: () => 0, ...surroundings },
    { ...CREDENTIALS, baseUrl: url, timeoutMs: DEADLINE_MS, deadlineMs: DEADLINE_MS, ...options },
  );
}

/** A server that is stopped at the end of the test. */
export async function serverWith(...steps: readonly Step[]): Promise<TestServer> {
  const server = await startServer(...steps);
  onTestFinished(() => server.stop());
  return server;
}
