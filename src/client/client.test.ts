import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { type ClientOptions, createPlexoClient, type PlexoClient } from '../index.ts';
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from './api-errors.ts';
import { ConnectionError, ResponseValidationError } from './errors.ts';

const CREDENTIALS = { clientId: 'client', apiKey: 'canary-of-a-secret' };

/** A client whose server is a function: it sees each request and answers it. */
function clientOn(
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
): PlexoClient {
  return createPlexoClient({
    ...CREDENTIALS,
    baseUrl: 'http://127.0.0.1:9',
    maxRetries: 0,
    fetch: async (input, init) => answer(new Request(input, init)),
    ...options,
  });
}

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('resolved, although a rejection was expected'),
    (error: unknown) => error,
  );
}

describe('a call', () => {
  it('sends method, path, credentials and body of its operation, and resolves to the parsed body', async () => {
    let seen: Request | undefined;
    const plexo = clientOn((request) => {
      seen = request;
      return json(fixtures.CustomerUpdated);
    });
    const customer = await plexo.customers.update('a/b c', fixtures.CustomerUpdateGuide);
    expect(customer).toEqual(fixtures.CustomerUpdated);
    expect(seen?.method).toBe('PUT');
    expect(seen?.url).toBe('http://127.0.0.1:9/v1/customers/a%2Fb%20c');
    expect(seen?.headers.get('authorization')).toBe(`Basic ${btoa('client:canary-of-a-secret')}`);
    expect(seen?.headers.get('content-type')).toBe('application/json');
    expect(await seen?.json()).toEqual(fixtures.CustomerUpdateGuide);
  });

  it('resolves to undefined when a delete succeeds', async () => {
    const plexo = clientOn(() => new Response(null, { status: 204 }));
    expect(await plexo.customers.delete('some-id')).toBeUndefined();
    expect(await plexo.paymentInstruments.delete('some-id', 'some-token')).toBeUndefined();
  });

  it('takes any success code, because the exact ones are assumptions of the contract', async () => {
    const plexo = clientOn(() => json(fixtures.CustomerCreated, 200));
    expect(await plexo.customers.create(fixtures.CustomerCreateGuide)).toEqual(fixtures.CustomerCreated);
  });

  it('reads globalThis.fetch when it is made, so that a double patched in later is used', async () => {
    const plexo = createPlexoClient({ ...CREDENTIALS, baseUrl: 'http://127.0.0.1:9' });
    const original = globalThis.fetch;
    globalThis.fetch = async () => json(fixtures.CustomerListEmpty);
    try {
      expect(await plexo.customers.list()).toEqual([]);
    } finally {
      globalThis.fetch = original;
    }
  });

  it('sends the headers of the caller, but never another authorization', async () => {
    let seen: Headers | undefined;
    const plexo = clientOn((request) => {
      seen = request.headers;
      return json([]);
    });
    await plexo.customers.list({ headers: { 'x-trace': '1', authorization: 'Bearer other' } });
    expect(seen?.get('x-trace')).toBe('1');
    expect(seen?.get('authorization')).toMatch(/^Basic /);
  });

  it('does not follow a redirect: it becomes an error instead of a request to another host', async () => {
    const requests: string[] = [];
    const plexo = clientOn((request) => {
      requests.push(`${request.url} ${request.redirect}`);
      return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } });
    });
    const error = await rejection(plexo.customers.list());
    expect(error).toBeInstanceOf(ApiError);
    expect(requests).toEqual(['http://127.0.0.1:9/v1/customers manual']);
  });
});

describe('an error response', () => {
  it.each([
    [400, BadRequestError],
    [401, AuthenticationError],
    [403, PermissionDeniedError],
    [404, NotFoundError],
    [409, ConflictError],
    [418, ApiError],
    [422, UnprocessableEntityError],
    [429, RateLimitError],
    [500, ServerError],
    [503, ServerError],
  ])('of status %i arrives as its class, with status, code, type and message', async (status, expected) => {
    const body = { code: 'some-code', message: 'some words', type: 'api-error', status };
    const error = await rejection(clientOn(() => json(body, status)).customers.retrieve('id'));
    if (!(error instanceof ApiError)) return expect.fail(`not an ApiError: ${String(error)}`);
    expect(error.constructor).toBe(expected);
    expect(error).toMatchObject({
      kind: 'api',
      operation: 'retrieveCustomer',
      status,
      code: 'some-code',
      type: 'api-error',
    });
    expect(error.apiMessage).toBe('some words');
    expect(error.message).toBe(`retrieveCustomer was answered ${status} (some-code)`);
    expect(error.outcome).toBe('rejected');
  });

  it.each([
    ['empty', ''],
    ['HTML', '<html><body>Bad gateway</body></html>'],
    ['cut off', '{"code":"inter'],
    ['an array', '[]'],
    ['null', 'null'],
    ['of other types', '{"code":7,"message":null,"type":{}}'],
  ])('whose body is %s still arrives as its class', async (_, body) => {
    const error = await rejection(clientOn(() => new Response(body, { status: 502 })).customers.list());
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 502, code: undefined, type: undefined, apiMessage: undefined });
  });
});

describe('a success that is not what the contract says', () => {
  it.each([
    ['without its body', () => new Response(null, { status: 204 }), /got no body/],
    [
      'with an empty body',
      () => new Response('', { headers: { 'content-type': 'application/json' } }),
      /got no body/,
    ],
    ['of another media type', () => new Response('<html>'), /expected application\/json, got text\/plain/],
    [
      'cut off',
      () => new Response('[{"id":', { headers: { 'content-type': 'application/json' } }),
      /broken or cut off/,
    ],
  ])('%s becomes a ResponseValidationError that names the operation', async (_, answer, message) => {
    const error = await rejection(clientOn(answer).customers.list());
    expect(error).toBeInstanceOf(ResponseValidationError);
    expect(String(error)).toMatch(message);
    expect(String(error)).toMatch(/listCustomers/);
  });
});

describe('a failed connection', () => {
  it('becomes a ConnectionError that names the reason and keeps the cause', async () => {
    const cause = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
    const error = await rejection(
      clientOn(() => {
        throw cause;
      }).payments.create(fixtures.PaymentCreateGuide),
    );
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      operation: 'createPayment',
      outcome: 'unknown',
      cause: { message: 'fetch failed' },
    });
    expect(String(error)).toMatch(/ECONNREFUSED/);
  });
});

describe('the secret', () => {
  it('appears in no printed form of the client and of its errors', async () => {
    const plexo = clientOn(() => json({ code: 'unauthorized' }, 401));
    const error = await rejection(plexo.customers.list());
    const forms = [plexo, error].flatMap((value) => [
      inspect(value, { depth: 12, showHidden: true }),
      JSON.stringify(value),
      String(value),
    ]);
    for (const form of forms) {
      expect(form).not.toContain('canary-of-a-secret');
      expect(form).not.toContain(btoa('client:canary-of-a-secret'));
    }
  });
});
