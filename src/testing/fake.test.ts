import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';
import { captureResponse } from '../contract/exchange.ts';
import { judge } from '../contract/judge.ts';
import { createPlexoClient, type PlexoClient } from '../index.ts';
import { createFakePlexo, type FakePlexo } from '../testing.ts';

function clientOf(fake: FakePlexo): PlexoClient {
  return createPlexoClient({
    clientId: 'client',
    apiKey: 'canary-of-a-secret',
    baseUrl: 'http://localhost',
    fetch: fake.fetch,
    maxRetries: 0,
  });
}

const AUTHORIZATION = `Basic ${btoa('client:canary-of-a-secret')}`;
const ALL: readonly OperationDescription[] = Object.values(operations);

/** A request that keeps the contract, from its examples alone. */
function exampleRequest(described: OperationDescription): Request {
  const path = described.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(described.parameters.find((parameter) => parameter.name === name)?.example),
  );
  const example = Object.values(described.request?.examples ?? {})[0];
  return new Request(`http://localhost${path}`, {
    method: described.method,
    headers: {
      authorization: AUTHORIZATION,
      ...(example === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(example === undefined ? {} : { body: JSON.stringify(Reflect.get(fixtures, example)) }),
  });
}

describe('a fake without instructions', () => {
  it.each(ALL)(
    'answers $id with its first documented success, which keeps the contract',
    async (described) => {
      const fake = createFakePlexo();
      const response = await fake.fetch(exampleRequest(described));
      const received = await captureResponse(response);
      expect(response.status).toBe(Number(described.success));
      expect(judge({ operation: described.id as OperationId, response: received })).toEqual([]);
      const [example] = Object.values(described.responses[described.success]?.examples ?? {});
      const text = new TextDecoder().decode(received.body);
      expect(text).toBe(example === undefined ? '' : JSON.stringify(Reflect.get(fixtures, example)));
      expect(fake.breaches).toEqual([]);
    },
  );

  it('carries every method of the real client', async () => {
    const fake = createFakePlexo();
    const plexo = clientOf(fake);
    await plexo.customers.create(fixtures.CustomerCreateGuide);
    await plexo.customers.list();
    await plexo.customers.retrieve('a/b c');
    await plexo.customers.update('id', fixtures.CustomerUpdateGuide);
    await plexo.customers.delete('id');
    await plexo.paymentInstruments.list('id');
    await plexo.paymentInstruments.delete('id', 'token');
    await plexo.payments.create(fixtures.PaymentCreateGuide);
    await plexo.sessions.create(fixtures.SessionCreateGuide);
    expect(fake.breaches).toEqual([]);
    expect(new Set(fake.requests.map(({ operation }) => operation)).size).toBe(ALL.length);
  });

  it('takes whatever the platform takes as an address', async () => {
    const { fetch } = createFakePlexo();
    const init = { headers: { authorization: AUTHORIZATION } };
    const inputs = ['https://api.example/v1/customers', new URL('http://127.0.0.1:1/v1/customers')];
    for (const input of [...inputs, new Request('http://localhost/v1/customers', init)])
      expect((await fetch(input, init)).status).toBe(200);
    await expect(fetch('/v1/customers', init)).rejects.toThrow(TypeError);
  });
});

describe('what was received', () => {
  it('is recorded with parameters decoded, query, headers and parsed body, the latest last', async () => {
    const fake = createFakePlexo();
    await clientOf(fake).customers.update('ñ/1', fixtures.CustomerUpdateGuide, {
      headers: { 'X-Trace': '7' },
    });
    await fake.fetch('http://localhost/v1/customers?page=2', { headers: { authorization: AUTHORIZATION } });
    const [update, list] = fake.requests;
    expect(update).toMatchObject({
      operation: 'updateCustomer',
      path: { customerId: 'ñ/1' },
      query: {},
      body: fixtures.CustomerUpdateGuide,
    });
    expect(update?.headers['x-trace']).toBe('7');
    expect(list).toMatchObject({ operation: 'listCustomers', query: { page: '2' }, body: undefined });
    expect(fake.requestsTo('updateCustomer')).toEqual([update]);
  });

  it.each([
    [AUTHORIZATION, 'Basic [redacted]'],
    [`basic  ${btoa('client:canary-of-a-secret')}`, 'basic [redacted]'],
    ['Bearer canary-of-a-secret', 'Bearer [redacted]'],
    ['canary-of-a-secret', '[redacted]'],
  ])('never shows the credentials, in requests, breaches and messages', async (authorization, shown) => {
    const fake = createFakePlexo({ strict: true });
    let message = '';
    await fake
      .fetch('http://localhost/v1/customers', { headers: { authorization } })
      .catch((error: unknown) => {
        message = String(error);
      });
    const printed = JSON.stringify([fake.requests, fake.breaches, message]);
    expect(printed).not.toContain('canary');
    expect(printed).not.toContain(btoa('client:canary-of-a-secret'));
    if (fake.requests.length > 0) expect(fake.requests[0]?.headers['authorization']).toBe(shown);
    else expect(message).toMatch(/listCustomers request header authorization/);
  });
});

describe('answers and faults', () => {
  it('that are counted come in their order, and then the standing one', async () => {
    const fake = createFakePlexo();
    const plexo = clientOf(fake);
    fake.answer('listCustomers', { example: 'empty' });
    fake.answer('listCustomers', { status: 404 }, { times: 1 });
    fake.fault('listCustomers', 'empty500', { times: 2 });
    fake.answer('listCustomers', { body: [{ id: 'own' }] }, { times: 1 });
    expect(fake.pending()).toHaveLength(4);
    const seen: unknown[] = [];
    for (let call = 0; call < 6; call += 1) {
      const result = await plexo.result.customers.list();
      seen.push(result.ok ? result.data : result.meta.status);
    }
    expect(seen).toEqual([404, 500, 500, [{ id: 'own' }], [], []]);
    expect(fake.pending()).toEqual([]);
  });

  it('of one operation leave the others alone', async () => {
    const fake = createFakePlexo();
    fake.fault('listCustomers', 'empty500', { times: 1 });
    expect(await clientOf(fake).customers.retrieve('id')).toEqual(fixtures.CustomerFull);
    expect(fake.pending()).toEqual(['listCustomers']);
  });

  it('that stand are replaced by the next one, and taken back by reset with everything recorded', async () => {
    const fake = createFakePlexo();
    const plexo = clientOf(fake);
    fake.answer('listCustomers', { status: 400 });
    fake.answer('listCustomers', { status: 401 });
    fake.answer('listCustomers', { status: 404 }, { times: 1 });
    const { requests, breaches } = fake;
    expect((await plexo.result.customers.list()).meta.status).toBe(404);
    expect((await plexo.result.customers.list()).meta.status).toBe(401);
    await fake.fetch('http://localhost/');
    fake.answer('listCustomers', { status: 404 }, { times: 1 });
    fake.reset();
    expect([requests, breaches, fake.pending()]).toEqual([[], [], []]);
    expect((await plexo.result.customers.list()).meta.status).toBe(200);
    expect(requests).toHaveLength(1);
  });

  it('are not used up by a request that breaks the contract', async () => {
    const fake = createFakePlexo();
    fake.answer('listCustomers', { example: 'empty' }, { times: 1 });
    expect((await fake.fetch('http://localhost/v1/customers')).status).toBe(401);
    expect(fake.pending()).toEqual(['listCustomers']);
  });

  it('of one instance are unknown to another', async () => {
    const [one, other] = [createFakePlexo(), createFakePlexo()];
    one.answer('listCustomers', { example: 'empty' });
    expect(await clientOf(one).customers.list()).toEqual([]);
    expect(await clientOf(other).customers.list()).toEqual(fixtures.CustomerListSeveral);
    await one.fetch('http://localhost/');
    expect([one.requests.length, one.breaches.length]).toEqual([1, 1]);
    expect([other.requests.length, other.breaches.length]).toEqual([1, 0]);
  });

  it.each([0, -1, 1.5, Number.NaN])('are refused with times %s', (times) => {
    expect(() => createFakePlexo().fault('listCustomers', 'reset', { times })).toThrow(
      `listCustomers: times must be a whole number from 1, got ${times}`,
    );
  });

  it('answer as many requests at once as come', async () => {
    const fake = createFakePlexo();
    for (const id of ['1', '2', '3']) fake.answer('retrieveCustomer', { body: { id } }, { times: 1 });
    const plexo = clientOf(fake);
    const customers = await Promise.all(['a', 'b', 'c'].map((id) => plexo.customers.retrieve(id)));
    expect(customers.map(({ id }) => id).sort()).toEqual(['1', '2', '3']);
  });
});

describe('a signal', () => {
  it('that was aborted before rejects with its reason, and nothing is received', async () => {
    const fake = createFakePlexo();
    const reason = new Error('the reason');
    const signal = AbortSignal.abort(reason);
    await expect(fake.fetch('http://localhost/v1/customers', { signal })).rejects.toBe(reason);
    await expect(fake.fetch(new Request('http://localhost/v1/customers', { signal }))).rejects.toBe(reason);
    expect([fake.requests, fake.breaches]).toEqual([[], []]);
  });

  it('ends the wait for a computed answer', async () => {
    const fake = createFakePlexo();
    const controller = new AbortController();
    fake.answer('listCustomers', () => {
      controller.abort(new Error('the reason'));
      return new Promise(() => {});
    });
    const headers = { authorization: AUTHORIZATION };
    const call = fake.fetch('http://localhost/v1/customers', { headers, signal: controller.signal });
    await expect(call).rejects.toThrow('the reason');
  });
});
