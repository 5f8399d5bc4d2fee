import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { OperationId } from '../../generated/operations.ts';
import type { Exchange } from './exchange.ts';
import { describe as sentence } from './finding.ts';
import { coreRules, judge } from './judge.ts';

interface Answer {
  readonly status?: number;
  readonly type?: string | null;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  readonly headers?: Record<string, string>;
}

function exchange(
  operation: OperationId,
  { status = 200, type = 'application/json', body, raw, headers }: Answer,
): Exchange {
  const text = raw ?? (body === undefined ? '' : JSON.stringify(body));
  return {
    operation,
    request: { method: 'GET', url: 'http://127.0.0.1/', headers: new Headers(), body: '' },
    response: {
      status,
      headers: new Headers({ ...(type === null ? {} : { 'content-type': type }), ...headers }),
      body: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    },
  };
}

const CUSTOMER = fixtures.CustomerFull;
const ERROR = fixtures.ErrorNotFound;

/** Each rule with an answer that breaks it, and only it, beside the same answer kept. */
const BROKEN: readonly {
  rule: string;
  operation: OperationId;
  title: string;
  kept: Answer;
  broken: Answer;
  at: string;
  spec: string;
}[] = [
  {
    rule: 'status-documented',
    title: 'a success that is not documented',
    operation: 'retrieveCustomer',
    kept: { status: 200, body: CUSTOMER },
    broken: { status: 206, body: CUSTOMER },
    at: 'status',
    spec: '/paths/~1v1~1customers~1{customerId}/get/responses',
  },
  {
    rule: 'media-type',
    title: 'a suffix',
    operation: 'retrieveCustomer',
    kept: { status: 404, body: ERROR, type: 'application/json; charset=utf-8' },
    broken: { status: 404, body: ERROR, type: 'application/problem+json' },
    at: 'header content-type',
    spec: '/paths/~1v1~1customers~1{customerId}/get/responses/404/content',
  },
  {
    rule: 'media-type',
    title: 'no media type at all',
    operation: 'retrieveCustomer',
    kept: { body: CUSTOMER },
    broken: { body: CUSTOMER, type: null },
    at: 'header content-type',
    spec: '/paths/~1v1~1customers~1{customerId}/get/responses/200/content',
  },
  {
    rule: 'media-type',
    title: 'another charset',
    operation: 'retrieveCustomer',
    kept: { body: CUSTOMER, type: 'Application/JSON; Charset="UTF-8"' },
    broken: { body: CUSTOMER, type: 'application/json; charset=iso-8859-1' },
    at: 'header content-type',
    spec: '/paths/~1v1~1customers~1{customerId}/get/responses/200/content',
  },
  {
    rule: 'body-presence',
    title: 'no body where one is documented',
    operation: 'listCustomers',
    kept: { body: [] },
    broken: {},
    at: 'body',
    spec: '/paths/~1v1~1customers/get/responses/200/content',
  },
  {
    rule: 'body-presence',
    title: 'a body on 204',
    operation: 'deleteCustomer',
    kept: { status: 204 },
    broken: { status: 204, body: {} },
    at: 'body',
    spec: '/paths/~1v1~1customers~1{customerId}/delete/responses/204',
  },
  {
    rule: 'json-well-formed',
    title: 'JSON that is cut off',
    operation: 'retrieveCustomer',
    kept: { raw: '{"id":"1"}' },
    broken: { raw: '{"id":"1"' },
    at: 'body',
    spec: '/paths/~1v1~1customers~1{customerId}/get/responses/200/content',
  },
  {
    rule: 'json-well-formed',
    title: 'bytes that are not UTF-8',
    operation: 'retrieveCustomer',
    kept: { raw: '{"id":"ñ"}' },
    broken: { raw: Uint8Array.from([0x7b, 0x22, 0x69, 0x64, 0x22, 0x3a, 0x22, 0xf1, 0x22, 0x7d]) },
    at: 'body',
    spec: '/paths/~1v1~1customers~1{customerId}/get/responses/200/content',
  },
  {
    rule: 'body-schema',
    title: 'a required property that is missing',
    operation: 'retrieveCustomer',
    kept: { body: { id: '1' } },
    broken: { body: { email: 'customer@example.com' } },
    at: 'body',
    spec: '/components/schemas/Customer/required',
  },
  {
    rule: 'body-schema',
    title: 'a wrong type deep in a list',
    operation: 'listPaymentInstruments',
    kept: { body: [{ token: 't', issuer: { id: 1 } }] },
    broken: { body: [{ token: 't', issuer: { id: '1' } }] },
    at: 'body/0/issuer/id',
    spec: '/components/schemas/Issuer/properties/id/type',
  },
  {
    rule: 'body-schema',
    title: 'an error body that is no error',
    operation: 'createPayment',
    kept: { status: 500, body: fixtures.ErrorInternal },
    broken: { status: 500, body: { ...fixtures.ErrorInternal, status: '500' } },
    at: 'body/status',
    spec: '/components/schemas/ApiError/properties/status/type',
  },
  {
    rule: 'headers',
    title: 'a header that breaks its schema',
    operation: 'listCustomers',
    kept: { status: 401, body: fixtures.ErrorUnauthorized, headers: { 'www-authenticate': 'Basic' } },
    broken: { status: 401, body: fixtures.ErrorUnauthorized, headers: { 'www-authenticate': '' } },
    at: 'header www-authenticate',
    spec: '/components/headers/WwwAuthenticate/schema/minLength',
  },
];

describe('the judge', () => {
  it.each(BROKEN)('finds by $rule alone: $title', ({ rule, operation, kept, broken, at, spec }) => {
    expect(judge(exchange(operation, kept))).toEqual([]);
    const errors = judge(exchange(operation, broken)).filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ rule, at, spec, operation });
  });

  it('has a breaking case for each of its rules', () => {
    const broken = new Set(BROKEN.map(({ rule }) => rule));
    expect(coreRules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });

  it.each([undefined, fixtures.ErrorUnauthorized])('accepts a 401 with and without a body', (body) => {
    const findings = judge(
      exchange('createCustomer', { status: 401, body, headers: { 'www-authenticate': 'Basic' } }),
    );
    expect(findings).toEqual([]);
  });

  it('warns when a 401 has no challenge, and blames nothing', () => {
    const findings = judge(exchange('createCustomer', { status: 401, body: fixtures.ErrorUnauthorized }));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['headers', 'warning']]);
  });

  it('lets unknown properties and unknown values of open lists through', () => {
    const body = [
      {
        token: 't',
        status: 'frozen',
        type: 'crypto',
        tokenizationType: 'other',
        cardName: 'x',
        bin: '555555',
      },
    ];
    expect(judge(exchange('listPaymentInstruments', { body }))).toEqual([]);
  });

  it('judges a status that only default describes by the error model', () => {
    expect(
      judge(exchange('listCustomers', { status: 503, body: { ...fixtures.ErrorInternal, status: 503 } })),
    ).toEqual([]);
    expect(
      judge(exchange('listCustomers', { status: 503, body: {} })).map(({ keyword }) => keyword),
    ).toContain('required');
  });

  it('says in one line what was expected, what was there, and where the contract says so', () => {
    const [finding] = judge(exchange('retrieveCustomer', { body: { id: 7 } }));
    if (finding === undefined) return expect.fail('nothing was found');
    expect(sentence(finding)).toBe(
      'retrieveCustomer 200 body/id: expected must be string, got 7 (body-schema, spec /components/schemas/Customer/properties/id/type)',
    );
  });

  it('refuses to pass a body when the validator of its schema is missing', () => {
    expect(() => judge(exchange('retrieveCustomer', { body: CUSTOMER }), { validators: {} })).toThrow(
      /no validator for the schema at/,
    );
  });
});
