/** What one call is told stays with that call. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { ClientOptions, RequestOptions } from '../../src/index.ts';
import { answer, answerTo, silence } from './steps.ts';
import { CREDENTIALS, clientOn, serverWith } from './subject.ts';

/** Freezes a value and all that it holds. */
function deepFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) deepFrozen(member);
  return Object.freeze(value);
}

/** A server that answers each request with the headers that are the caller's own. */
const mirror = answerTo(({ path, headers }) => ({
  body: JSON.stringify({ id: decodeURIComponent(path.split('/').at(-1) ?? ''), own: ownHeaders(headers) }),
}));

function ownHeaders(headers: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith('x-own-')));
}

const ownOptions: fc.Arbitrary<RequestOptions> = fc.record(
  {
    headers: fc.dictionary(
      fc.constantFrom('x-own-a', 'x-own-b', 'x-own-c'),
      fc.string({ minLength: 1 }).map((text) => encodeURIComponent(text)),
    ),
    timeoutMs: fc.integer({ min: 5_000, max: 9_000 }),
    deadlineMs: fc.integer({ min: 5_000, max: 9_000 }),
    maxRetries: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: [] },
);

describe('the headers of a call', () => {
  it('reach the server with that call alone, whatever other calls are told at the same time', async () => {
    const server = await serverWith(mirror);
    const plexo = clientOn(server.url);
    await fc.assert(
      fc.asyncProperty(fc.array(ownOptions, { minLength: 1, maxLength: 20 }), async (all) => {
        const seen = await Promise.all(
          all.map((options, index) => plexo.customers.retrieve(`c-${index}`, deepFrozen(options))),
        );
        expect(seen).toEqual(
          all.map(({ headers = {} }, index) => ({ id: `c-${index}`, own: { ...headers } })),
        );
        expect(await plexo.customers.retrieve('none')).toEqual({ id: 'none', own: {} });
      }),
      { numRuns: 15 },
    );
  });

  it('are each call’s own among 200 at once', async () => {
    const server = await serverWith(mirror);
    const plexo = clientOn(server.url);
    const ids = Array.from({ length: 200 }, (_, index) => `c-${index}`);
    const seen = await Promise.all(
      ids.map((id) => plexo.customers.retrieve(id, { headers: { 'x-own-a': id } })),
    );
    expect(seen).toEqual(ids.map((id) => ({ id, own: { 'x-own-a': id } })));
  });

  it('never change whose credentials are sent', async () => {
    const server = await serverWith(mirror);
    const headers = { authorization: 'Bearer a', AUTHORIZATION: 'Bearer b', Authorization: 'Bearer c' };
    await clientOn(server.url).customers.retrieve('c-1', { headers });
    await clientOn(server.url).customers.retrieve('c-1');
    const expected = `Basic ${btoa(`${CREDENTIALS.clientId}:${CREDENTIALS.apiKey}`)}`;
    expect(server.requests.map((request) => request.headers.get('authorization'))).toEqual([
      expected,
      expected,
    ]);
  });

  it('of two clients on one server are kept apart, credentials included', async () => {
    const server = await serverWith(mirror);
    const clients = ['key-one', 'key-two'].map((apiKey) => clientOn(server.url, { apiKey }));
    await Promise.all(clients.map((plexo, index) => plexo.customers.retrieve(`c-${index}`)));
    const sent = server.requests.map(({ path, headers }) => `${path} ${headers.get('authorization')}`);
    expect(sent.sort()).toEqual([
      `/v1/customers/c-0 Basic ${btoa('client:key-one')}`,
      `/v1/customers/c-1 Basic ${btoa('client:key-two')}`,
    ]);
  });
});

describe('the limits of a call', () => {
  it('hold for that call alone: as many attempts as it allows, among 80 at once', async () => {
    const server = await serverWith(answer(503));
    const plexo = clientOn(server.url, { maxRetries: 1, timeoutMs: 20_000, deadlineMs: 20_000 });
    const retries = Array.from({ length: 80 }, (_, index) => [0, undefined, 2, 3][index % 4]);
    const results = await Promise.all(
      retries.map((maxRetries, index) => plexo.result.customers.retrieve(`c-${index}`, { maxRetries })),
    );
    const attempts = retries.map((maxRetries) => (maxRetries ?? 1) + 1);
    expect(results.map(({ meta }) => meta.attempts)).toEqual(attempts);
    const arrived = new Map<string, number>();
    for (const { path } of server.requests) arrived.set(path, (arrived.get(path) ?? 0) + 1);
    expect(retries.map((_, index) => arrived.get(`/v1/customers/c-${index}`))).toEqual(attempts);
  });

  it('are the ones that its error names, and the client’s own come back with the next call', async () => {
    const server = await serverWith(silence);
    const plexo = clientOn(server.url, { maxRetries: 0, timeoutMs: 70 });
    const limits = [20, undefined, 40, undefined, 30];
    const results = await Promise.all(limits.map((timeoutMs) => plexo.result.customers.list({ timeoutMs })));
    const named = results.map((result) => (result.ok ? undefined : Reflect.get(result.error, 'limitMs')));
    expect(named).toEqual([20, 70, 40, 70, 30]);
    expect(await plexo.result.customers.list()).toMatchObject({ error: { limitMs: 70 } });
  });
});

describe('what a caller passes in', () => {
  it('may be frozen, and is as it was afterwards', async () => {
    const server = await serverWith(answer(503), answer(201, fixtures.PaymentApproved));
    const controller = new AbortController();
    const options = { headers: { 'x-own-a': '1' }, maxRetries: 2, signal: controller.signal };
    const body = structuredClone(fixtures.CustomerUpdateFull);
    Object.freeze(options);
    deepFrozen(options.headers);
    await clientOn(server.url).result.customers.update('c-1', deepFrozen(body), options);
    expect(body).toEqual(fixtures.CustomerUpdateFull);
    expect(options).toEqual({ headers: { 'x-own-a': '1' }, maxRetries: 2, signal: controller.signal });
    expect(server.requests).toHaveLength(2);
    expect(server.requests.map((request) => JSON.parse(request.body))).toEqual([body, body]);
  });

  it('can be changed after the call without changing what is sent again', async () => {
    const server = await serverWith(answer(503), answer(200, fixtures.CustomerUpdated));
    const headers = { 'x-own-a': 'before' };
    const body = { referenceId: 'before' };
    const options = { headers, maxRetries: 1 };
    const plexo = clientOn(server.url, {
      on: {
        retry: () => {
          headers['x-own-a'] = 'after';
          body.referenceId = 'after';
          options.maxRetries = 0;
        },
      },
    });
    expect((await plexo.result.customers.update('c-1', body, options)).ok).toBe(true);
    expect(server.requests.map(({ headers, body }) => [headers.get('x-own-a'), body])).toEqual([
      ['before', '{"referenceId":"before"}'],
      ['before', '{"referenceId":"before"}'],
    ]);
  });

  it('to the client may be frozen, too, and may change afterwards without effect', async () => {
    const server = await serverWith(mirror);
    const events: string[] = [];
    const on = deepFrozen({ request: () => void events.push('request') });
    const options: { -readonly [Name in keyof ClientOptions]?: ClientOptions[Name] } = { on };
    const plexo = clientOn(server.url, options);
    options.baseUrl = 'http://127.0.0.1:9';
    options.on = {};
    options.maxRetries = -1;
    await plexo.customers.retrieve('c-1');
    expect(events).toEqual(['request']);
    expect(Object.isFrozen(plexo)).toBe(true);
  });
});
