import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { createPlexoClient, NotFoundError, type PlexoClient } from '../index.ts';
import type { ThrowingView } from './view.ts';

/** A client whose server answers one status to everything, and what it was asked for. */
function clientOn(status: number): { readonly plexo: PlexoClient; readonly asked: string[] } {
  const asked: string[] = [];
  const plexo = createPlexoClient({
    clientId: 'client',
    apiKey: 'key',
    baseUrl: 'http://127.0.0.1:9',
    maxRetries: 0,
    fetch: async (input, init) => {
      const { method, url, headers } = new Request(input, init);
      asked.push([method, new URL(url).pathname, headers.get('x-own'), init?.body].join(' '));
      return status === 204 ? new Response(null, { status }) : Response.json({}, { status });
    },
  });
  return { plexo, asked };
}

type Resources = Record<keyof ThrowingView, Record<string, (...given: unknown[]) => Promise<unknown>>>;

const OPTIONS = { headers: { 'x-own': 'own' } };
const METHODS = [
  ['customers', 'create', [fixtures.CustomerCreateGuide], 'createCustomer', 'POST /v1/customers'],
  ['customers', 'list', [], 'listCustomers', 'GET /v1/customers'],
  ['customers', 'retrieve', ['c'], 'retrieveCustomer', 'GET /v1/customers/c'],
  ['customers', 'update', ['c', fixtures.CustomerUpdateGuide], 'updateCustomer', 'PUT /v1/customers/c'],
  ['customers', 'delete', ['c'], 'deleteCustomer', 'DELETE /v1/customers/c'],
  ['paymentInstruments', 'list', ['c'], 'listPaymentInstruments', 'GET /v1/customers/c/payment-instruments'],
  [
    'paymentInstruments',
    'delete',
    ['c', 't'],
    'deletePaymentInstrument',
    'DELETE /v1/customers/c/payment-instruments/t',
  ],
  ['payments', 'create', [fixtures.PaymentCreateGuide], 'createPayment', 'POST /v1/payments'],
  ['sessions', 'create', [{ merchantId: 1, type: 'tokenization' }], 'createSession', 'POST /v1/sessions'],
] as const;

describe.each(METHODS)('%s.%s', (resource, method, given, operation, line) => {
  const body = given.find((value) => typeof value === 'object');
  const asks = `${line} own ${body === undefined ? '' : JSON.stringify(body)}`;
  // The methods differ in their types and not in how they are called.
  const methodOf = (view: object) => (view as Resources)[resource][method]?.bind(undefined);

  it('rejects with the error of its operation in the throwing view', async () => {
    const { plexo, asked } = clientOn(404);
    const error = await methodOf(plexo)?.(...given, OPTIONS).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ operation });
    expect(asked).toEqual([asks]);
  });

  it('resolves to the same error in the result view', async () => {
    const { plexo, asked } = clientOn(404);
    expect(await methodOf(plexo.result)?.(...given, OPTIONS)).toMatchObject({
      ok: false,
      error: { name: 'NotFoundError', operation },
      meta: { operation, status: 404, attempts: 1, deletedEarlier: false },
    });
    expect(asked).toEqual([asks]);
  });

  it('works without options', async () => {
    const { plexo } = clientOn(200);
    expect(await methodOf(plexo.result)?.(...given)).toMatchObject({ ok: true });
    const data = method === 'delete' ? undefined : {};
    expect(await methodOf(plexo)?.(...given)).toEqual(data);
  });
});

describe('a client', () => {
  it('cannot be changed, for it is shared', () => {
    const { plexo } = clientOn(200);
    expect(Object.isFrozen(plexo)).toBe(true);
    expect(Object.isFrozen(plexo.result)).toBe(true);
    expect(Object.keys(plexo.result)).toEqual(['customers', 'paymentInstruments', 'payments', 'sessions']);
  });
});
