/** What the fake received, typed by operation. */
import type { OperationId, operations } from '../../generated/operations.ts';
import type { components } from '../../generated/types.ts';
import type { SentRequest } from '../contract/exchange.ts';

type Models = components['schemas'];

type BodyOf<Id extends OperationId> = (typeof operations)[Id] extends {
  readonly request: { readonly model: infer Name extends keyof Models };
}
  ? Models[Name]
  : undefined;

/**
 * A request that kept the contract, so that each part is what its type says.
 *
 * @example
 * ```ts
 * const fake = createFakePlexo();
 * const plexo = createPlexoClient({ clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch });
 * await plexo.customers.update('some-id', { phone: '+59899123456' });
 * const last: ReceivedRequest<'updateCustomer'> | undefined = fake.requestsTo('updateCustomer').at(-1);
 * expect(last?.path.customerId).toBe('some-id');
 * expect(last?.body.phone).toBe('+59899123456');
 * expect(last?.headers['authorization']).toBe('Basic [redacted]');
 * ```
 */
export interface ReceivedRequest<Id extends OperationId = OperationId> {
  /** The operation's id in the contract. */
  readonly operation: Id;
  /** Path parameters, decoded. */
  readonly path: Readonly<Record<(typeof operations)[Id]['parameters'][number]['name'], string>>;
  /** Query parameters; the contract describes none. The last one wins where a name is repeated. */
  readonly query: Readonly<Record<string, string>>;
  /** By name in lower case; the credentials are masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body; `undefined` where the operation takes none. */
  readonly body: BodyOf<Id>;
}

/**
 * A received request of any operation; comparing `operation` narrows it.
 *
 * @example
 * ```ts
 * const totalOf = (request: AnyReceivedRequest): number =>
 *   request.operation === 'createPayment' ? request.body.amount.total : 0;
 * const fake = createFakePlexo();
 * const plexo = createPlexoClient({ clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch });
 * await plexo.customers.list();
 * await plexo.payments.create(fixtures.PaymentCreateGuide);
 * expect(fake.requests.map(totalOf)).toEqual([0, 10_000]);
 * ```
 */
export type AnyReceivedRequest = { [Id in OperationId]: ReceivedRequest<Id> }[OperationId];

/** The headers of a request, safe to print in a failing test. */
export function printableHeaders(headers: Headers): Readonly<Record<string, string>> {
  const mask = (value: string): string => value.replace(/^(\w+ )?.*$/s, '$1[redacted]');
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, name === 'authorization' ? mask(value) : value]),
  );
}

/** A request that was judged and kept the contract, as the value that tests and computed answers see. */
export function receivedRequest(
  operation: OperationId,
  path: Readonly<Record<string, string>>,
  sent: SentRequest,
): AnyReceivedRequest {
  const received: object = Object.freeze({
    operation,
    path: Object.freeze({ ...path }),
    query: Object.freeze(Object.fromEntries(new URL(sent.url).searchParams)),
    headers: Object.freeze(printableHeaders(sent.headers)),
    body: sent.body === '' ? undefined : JSON.parse(sent.body),
  });
  // The route gave the operation its path parameters, and the validators held the body to the operation's model.
  return received as AnyReceivedRequest;
}
