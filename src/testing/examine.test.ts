import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { type OperationDescription, operations } from '../../generated/operations.ts';
import type { OpenApiDocument } from '../contract/document.ts';
import { pointer, valueAt } from '../contract/pointer.ts';
import { requestConstraints } from '../contract/violations.ts';
import { createPlexoClient, RequestError } from '../index.ts';
import { ContractBreachError, createFakePlexo } from '../testing.ts';

const document: OpenApiDocument = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
);
const AUTHORIZED = { authorization: `Basic ${btoa('client:key')}` };
const JSON_TYPE = { 'content-type': 'application/json' };
const GOOD = JSON.stringify(fixtures.CustomerCreateGuide);

type Case = readonly [
  title: string,
  init: RequestInit & { readonly to?: string },
  status: number,
  message: string,
];

const BREAKING: readonly Case[] = [
  [
    'a path that is not documented',
    { to: '/v1/customer' },
    404,
    'unknown operation request path: expected a documented path, got "/v1/customer" (path, spec /paths)',
  ],
  ['a trailing slash', { to: '/v1/customers/' }, 404, 'request path: expected a documented path'],
  ['an empty segment', { to: '/v1/customers//payment-instruments' }, 404, 'request path'],
  ['letters in another case', { to: '/v1/Customers' }, 404, 'request path'],
  [
    'a method that is not documented',
    { method: 'PATCH', headers: AUTHORIZED },
    405,
    'unknown operation request method of /v1/customers: expected one of GET, POST, got PATCH (method, spec /paths/~1v1~1customers)',
  ],
  [
    'no credentials',
    {},
    401,
    'listCustomers request header authorization: expected HTTP Basic credentials, got no header (credentials, spec /security)',
  ],
  ['another scheme', { headers: { authorization: 'Bearer x' } }, 401, 'got another scheme'],
  [
    'credentials that are no base64',
    { headers: { authorization: 'Basic ???' } },
    401,
    'expected base64 of clientId:apiKey',
  ],
  [
    'credentials without a colon',
    { headers: { authorization: `Basic ${btoa('client')}` } },
    401,
    'expected base64 of clientId:apiKey',
  ],
  [
    'a segment that is no UTF-8',
    { to: '/v1/customers/%ff', headers: AUTHORIZED },
    400,
    'retrieveCustomer request path customerId: expected percent-encoded UTF-8, got "%ff" (path-parameter, spec /components/parameters/CustomerId/schema)',
  ],
  [
    'no body',
    { method: 'POST', headers: { ...AUTHORIZED, ...JSON_TYPE } },
    400,
    'createCustomer request body: expected a body of application/json, got no body (body-presence, spec /paths/~1v1~1customers/post/requestBody/required)',
  ],
  [
    'a body where none is described',
    { method: 'DELETE', to: '/v1/customers/x', headers: AUTHORIZED, body: '{}' },
    400,
    'deleteCustomer request body: expected no body, got 2 characters',
  ],
  [
    'another media type',
    { method: 'POST', headers: AUTHORIZED, body: GOOD },
    400,
    'createCustomer request header content-type: expected application/json, got text/plain;charset=UTF-8',
  ],
  [
    'JSON that ends in the middle',
    { method: 'POST', headers: { ...AUTHORIZED, ...JSON_TYPE }, body: GOOD.slice(0, 20) },
    400,
    'createCustomer request body: expected well-formed JSON',
  ],
  [
    'a body that breaks its schema',
    { method: 'POST', headers: { ...AUTHORIZED, ...JSON_TYPE }, body: '{"email":"nobody"}' },
    400,
    'createCustomer request body/email: expected must match format "email", got "nobody" (body-schema, spec /components/schemas/CustomerCreate/properties/email/format)',
  ],
];

describe('a request that breaks the contract', () => {
  it.each(BREAKING)(
    'with %s is answered with the documented error and recorded',
    async (_, { to = '/v1/customers', ...init }, status, message) => {
      const fake = createFakePlexo();
      const response = await fake.fetch(`http://localhost${to}`, init);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ status, code: expect.any(String) });
      expect(fake.requests).toEqual([]);
      expect(fake.breaches).toHaveLength(1);
      expect(fake.breaches[0]).toMatchObject({ of: 'request', message: expect.stringContaining(message) });
      expect(valueAt(document, fake.breaches[0]?.spec ?? '-'), fake.breaches[0]?.spec).toBeDefined();
    },
  );

  it.each(BREAKING)(
    'with %s is rejected by a strict fake, and recorded',
    async (_, { to = '/v1/customers', ...init }, __, message) => {
      const fake = createFakePlexo({ strict: true });
      const call = fake.fetch(`http://localhost${to}`, init);
      await expect(call).rejects.toThrow(ContractBreachError);
      await expect(call).rejects.toThrow(message);
      expect(fake.breaches).toHaveLength(1);
    },
  );

  it('names every place, and is answered 401 where the credentials are one of them', async () => {
    const fake = createFakePlexo();
    const body = '{"email":"nobody","firstName":7}';
    const response = await fake.fetch('http://localhost/v1/customers', { method: 'POST', body });
    expect(response.status).toBe(401);
    expect(fake.breaches.map(({ at }) => at)).toEqual([
      'header authorization',
      'header content-type',
      'body/email',
      'body/firstName',
    ]);
  });

  it('by its method is told which ones there are', async () => {
    const response = await createFakePlexo().fetch('http://localhost/v1/customers/x', { method: 'POST' });
    expect(response.headers.get('allow')?.split(', ').sort()).toEqual(['DELETE', 'GET', 'PUT']);
  });

  it.each(requestConstraints(document).violations.filter(({ at }) => at[0] === 'body'))(
    'is found where $operation breaks $spec',
    async ({ operation, spec, at, path, body }) => {
      const fake = createFakePlexo();
      const described = operations[operation];
      const address = described.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
      const init = {
        method: described.method,
        headers: { ...AUTHORIZED, ...JSON_TYPE },
        body: JSON.stringify(body),
      };
      expect((await fake.fetch(`http://localhost${address}`, init)).status).toBe(400);
      const places = fake.breaches.map((found) => `${found.at} ${found.spec}`);
      // A list of required names is one keyword of the schema; the constraint names the entry.
      expect(places).toContain(
        `body${pointer(...at.slice(1))} ${spec.replace(/\/required\/\d+$/, '/required')}`,
      );
    },
  );
});

describe('a request that keeps the contract', () => {
  it.each(['application/json; charset=utf-8', 'Application/JSON'])(
    'may write its media type as %s',
    async (type) => {
      const fake = createFakePlexo({ strict: true });
      const init = { method: 'POST', headers: { ...AUTHORIZED, 'content-type': type }, body: GOOD };
      expect((await fake.fetch('http://localhost/v1/customers', init)).status).toBe(201);
    },
  );

  it('may hold unknown properties and unknown values of open lists', async () => {
    const fake = createFakePlexo({ strict: true });
    const body = JSON.stringify({ ...fixtures.SessionCreateGuide, type: 'another', other: null });
    const init = { method: 'POST', headers: { ...AUTHORIZED, ...JSON_TYPE }, body };
    expect((await fake.fetch('http://localhost/v1/sessions', init)).status).toBe(201);
  });
});

describe('the examination', () => {
  it('knows every kind of parameter that the contract describes', () => {
    const all = Object.values(operations).flatMap(({ parameters }: OperationDescription) => parameters);
    expect(new Set(all.map((parameter) => parameter.in))).toEqual(new Set(['path']));
  });

  it('reaches a caller of the real client through the words of its error', async () => {
    const fake = createFakePlexo({ strict: true });
    const plexo = createPlexoClient({
      clientId: 'c',
      apiKey: 'k',
      baseUrl: 'http://localhost/elsewhere',
      fetch: fake.fetch,
      maxRetries: 0,
    });
    await expect(plexo.customers.list()).rejects.toThrow(
      'request path: expected a documented path, got "/elsewhere/v1/customers"',
    );
    await expect(plexo.customers.retrieve('..')).rejects.toThrow(RequestError);
    expect(fake.breaches).toHaveLength(1);
  });
});
