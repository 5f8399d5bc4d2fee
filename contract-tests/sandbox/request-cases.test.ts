/**
 * Twenty-four kinds of requests on which mocks of the field go wrong: constraints that they do not look at, and the rest of
 * HTTP around a body. Each must be taken or refused, with the status of its cause.
 */
import { describe, expect, it } from 'vitest';
import { type Call, CLIENTS, judgedSandbox, ORIGIN } from './judged.ts';

interface Case {
  readonly title: string;
  readonly method: string;
  /** ID and TOKEN stand for a customer of the client and its instrument. */
  readonly path: string;
  readonly call?: Call;
  readonly status: number;
}

const payment = (changes: object): object => ({
  merchantId: 12345,
  referenceId: 'order-1',
  customerId: 'ID',
  amount: { total: 100.5, currency: 'UYU' },
  paymentMethod: { source: 'token', paymentInstrument: { token: 'TOKEN' } },
  ...changes,
});
const session = (changes: object): object => ({
  merchantId: 12345,
  referenceId: 'session-1',
  type: 'tokenization',
  customerId: 'ID',
  ...changes,
});
const post = (title: string, path: string, body: unknown, status: number): Case => ({
  title,
  method: 'POST',
  path,
  call: { body },
  status,
});

const CASES: readonly Case[] = [
  post(
    'a full customer',
    '/v1/customers',
    { referenceId: 'c', email: 'c@example.com', metadata: { a: '' } },
    201,
  ),
  post('a property that the contract does not know', '/v1/customers', { referenceId: 'd', loyalty: 7 }, 201),
  post('minProperties', '/v1/customers', {}, 400),
  post('an array for an object', '/v1/customers', [], 400),
  post('null for an object', '/v1/customers', null, 400),
  post('null for a text', '/v1/customers', { email: null }, 400),
  post('minLength', '/v1/customers', { referenceId: '' }, 400),
  post('format email', '/v1/customers', { email: 'nobody' }, 400),
  post('a number among the values of a map', '/v1/customers', { referenceId: 'e', metadata: { a: 1 } }, 400),
  post('a required member that is missing', '/v1/payments', payment({ amount: undefined }), 400),
  post('a required member of a member', '/v1/payments', payment({ amount: { total: 1 } }), 400),
  post('a number as text', '/v1/payments', payment({ merchantId: '12345' }), 400),
  post('an integer with decimals', '/v1/payments', payment({ merchantId: 1.5 }), 400),
  post('minimum', '/v1/payments', payment({ merchantId: 0 }), 400),
  post('format int32', '/v1/payments', payment({ merchantId: 2_147_483_648 }), 400),
  post(
    'an amount that no coin can pay',
    '/v1/payments',
    payment({ amount: { total: 0.001, currency: 'UYU' } }),
    400,
  ),
  post('an integer written as 12345.0', '/v1/payments', 'DECIMAL', 201),
  post(
    'a session whose settings lack their kind',
    '/v1/sessions',
    session({ settings: { tokenization: {} } }),
    400,
  ),
  {
    title: 'malformed JSON',
    method: 'POST',
    path: '/v1/customers',
    call: { body: '{"email":' },
    status: 400,
  },
  { title: 'no body', method: 'PUT', path: '/v1/customers/ID', status: 400 },
  {
    title: 'another media type',
    method: 'POST',
    path: '/v1/customers',
    call: { body: '{"referenceId":"f"}', headers: { 'content-type': 'text/plain' } },
    status: 415,
  },
  {
    title: 'no credentials',
    method: 'GET',
    path: '/v1/customers/ID',
    call: { authorization: null },
    status: 401,
  },
  {
    title: 'an undeclared method',
    method: 'PATCH',
    path: '/v1/customers/ID',
    call: { body: {} },
    status: 405,
  },
  { title: 'an unknown identifier', method: 'GET', path: '/v1/customers/nobody', status: 404 },
];

describe('the twenty-four request cases', () => {
  it('are twenty-four', () => {
    expect(CASES).toHaveLength(24);
  });

  it.each(CASES)('$title: $method $path is answered with $status', async ({ method, path, call, status }) => {
    const sandbox = judgedSandbox();
    const [seeded] = sandbox.seed({ customers: [{ referenceId: 'seeded', cards: ['visa-credit'] }] });
    const id = seeded?.customer.id ?? '';
    const token = seeded?.instruments[0]?.token ?? '';
    const named = (text: string): string =>
      text.replaceAll('"ID"', `"${id}"`).replaceAll('/ID', `/${id}`).replaceAll('TOKEN', token);
    const decimal = JSON.stringify(payment({})).replace('12345', '12345.0');
    const body =
      call?.body === 'DECIMAL'
        ? named(decimal)
        : call?.body === undefined
          ? undefined
          : named(typeof call.body === 'string' ? call.body : JSON.stringify(call.body));
    const before = sandbox.snapshot();
    const called = await sandbox.call(method, named(path), { ...call, body });
    expect(called.status).toBe(status);
    if (status >= 400) {
      expect(called.json).toMatchObject({ status, type: 'invalid-request-error' });
      expect(sandbox.snapshot()).toEqual(before);
    }
    if (status === 405) expect(called.headers.get('allow')).toBe('GET, PUT, DELETE');
    if (status === 401) expect(called.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
  });
});

describe('around the cases', () => {
  it('has an identifier for each answer, and none twice', async () => {
    const sandbox = judgedSandbox();
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () =>
        (await sandbox.call('GET', '/v1/customers')).headers.get('x-correlation-id'),
      ),
    );
    expect(new Set(ids).size).toBe(20);
  });

  it('refuses a body over the limit without reading it all', async () => {
    const sandbox = judgedSandbox({ maxBodyBytes: 1_000 });
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(500).fill(32));
          if (pulled === 1_000) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', body, duplex: 'half' };
    const headers = { authorization: `Basic ${btoa('one:key-of-one')}`, 'content-type': 'application/json' };
    // The types of fetch do not know duplex yet, which a streamed body needs.
    const request = new Request(`${ORIGIN}/v1/customers`, { ...init, headers } as RequestInit);
    const { createSandbox } = await import('../../src/sandbox.ts');
    const bare = createSandbox({ clients: CLIENTS, maxBodyBytes: 1_000 });
    expect((await bare.fetch(request)).status).toBe(413);
    expect(pulled).toBeLessThan(10);
    expect((await sandbox.call('POST', '/v1/customers', { body: ' '.repeat(1_001) })).status).toBe(413);
  });

  it('never repeats a value that was sent in an error', async () => {
    const sandbox = judgedSandbox();
    const { text } = await sandbox.call('POST', '/v1/customers', {
      body: { email: 'SECRET-VALUE', phone: 7 },
    });
    expect(text).toContain('/email');
    expect(text).not.toContain('SECRET-VALUE');
  });
});
