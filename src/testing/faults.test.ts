import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { createClientIn } from '../client/client.ts';
import { type FakeClock, fakeClock } from '../client/fake-clock.fixture.ts';
import type { ClientOptions, PlexoClient } from '../index.ts';
import { createFakePlexo, type FakePlexo, type FaultName, faultNames } from '../testing.ts';

interface Setting {
  readonly fake: FakePlexo;
  readonly plexo: PlexoClient;
  readonly clock: FakeClock;
  /** Resolves when the client has a response in its hands and reads on. */
  readonly reading: Promise<void>;
}

/** The real client on a fake, its waits over as soon as they begin. */
function setting(options: Partial<ClientOptions> = {}): Setting {
  const fake = createFakePlexo();
  const clock = fakeClock();
  let read = (): void => {};
  const reading = new Promise<void>((resolve) => {
    read = resolve;
  });
  const plexo = createClientIn(
    { clock, random: () => 0.5 },
    {
      clientId: 'client',
      apiKey: 'key',
      baseUrl: 'http://localhost:8080',
      maxRetries: 0,
      timeoutMs: 1_000,
      on: { retry: ({ delayMs }) => setImmediate(() => clock.advance(delayMs)) },
      fetch: async (input, init) => {
        const response = await fake.fetch(input, init);
        setImmediate(read);
        return response;
      },
      ...options,
    },
  );
  return { fake, plexo, clock, reading };
}

interface Expected {
  readonly read: object;
  readonly write: object;
  /** Requests that the server saw. */
  readonly received: number;
  /** What the caller waits for until the time is up. */
  readonly waitsFor?: 'headers' | 'body';
}

const LOST = { name: 'ConnectionError', outcome: 'unknown' };
const NEVER_SENT = { name: 'ConnectionError', outcome: 'not_sent' };

/** A fault without a row here does not compile. */
const EXPECTED: Readonly<Record<FaultName, Expected>> = {
  refused: {
    read: { ...NEVER_SENT, cause: { message: 'fetch failed', cause: { code: 'ECONNREFUSED' } } },
    write: NEVER_SENT,
    received: 0,
  },
  unresolved: {
    read: { ...NEVER_SENT, cause: { message: 'fetch failed', cause: { code: 'ENOTFOUND' } } },
    write: NEVER_SENT,
    received: 0,
  },
  reset: {
    read: { ...LOST, cause: { message: 'fetch failed', cause: { code: 'ECONNRESET' } } },
    write: LOST,
    received: 1,
  },
  stall: {
    read: { name: 'TimeoutError', phase: 'headers', outcome: 'unknown' },
    write: { name: 'TimeoutError', phase: 'headers', outcome: 'unknown' },
    received: 1,
    waitsFor: 'headers',
  },
  stalledBody: {
    read: { name: 'TimeoutError', phase: 'body', outcome: 'accepted' },
    write: { name: 'TimeoutError', phase: 'body', outcome: 'accepted' },
    received: 1,
    waitsFor: 'body',
  },
  resetBody: {
    read: { name: 'ConnectionError', outcome: 'accepted', cause: { message: 'terminated' } },
    write: { name: 'ConnectionError', outcome: 'accepted' },
    received: 1,
  },
  cutJson: {
    read: { name: 'ResponseValidationError', status: 200, outcome: 'accepted' },
    write: { name: 'ResponseValidationError', status: 201, outcome: 'accepted' },
    received: 1,
  },
  empty500: {
    read: { name: 'ServerError', status: 500, code: undefined, outcome: 'rejected' },
    write: { name: 'ServerError', status: 500, outcome: 'unknown' },
    received: 1,
  },
  html502: {
    read: { name: 'ServerError', status: 502, code: undefined, outcome: 'rejected' },
    write: { name: 'ServerError', status: 502, outcome: 'unknown' },
    received: 1,
  },
};

describe('a fault of the transport', () => {
  it.each(faultNames)(
    '%s reaches the caller of a read and of a write as the documented error',
    async (name) => {
      const expected = EXPECTED[name];
      for (const [operation, error] of [
        ['retrieveCustomer', expected.read],
        ['createPayment', expected.write],
      ] as const) {
        const { fake, plexo, clock, reading } = setting();
        fake.fault(operation, name, { times: 1 });
        const call =
          operation === 'createPayment'
            ? plexo.result.payments.create(fixtures.PaymentCreateGuide)
            : plexo.result.customers.retrieve('id');
        if (expected.waitsFor === 'body') await reading;
        if (expected.waitsFor !== undefined) {
          while (fake.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
          await clock.next();
        }
        const result = await call;
        expect(result).toMatchObject({ ok: false, error: { operation, ...error }, meta: { attempts: 1 } });
        expect(fake.requests).toHaveLength(expected.received);
        expect(fake.pending()).toEqual([]);
        expect(fake.breaches).toEqual([]);
      }
    },
  );

  it.each(faultNames.filter((name) => EXPECTED[name].waitsFor === undefined && name !== 'cutJson'))(
    '%s is over after its times, so that a retry of a read succeeds',
    async (name) => {
      const { fake, plexo } = setting({ maxRetries: 2 });
      fake.fault('listCustomers', name, { times: 2 });
      const result = await plexo.result.customers.list();
      expect(result).toMatchObject({ ok: true, data: fixtures.CustomerListSeveral, meta: { attempts: 3 } });
      expect(fake.requests).toHaveLength(1 + 2 * EXPECTED[name].received);
    },
  );

  it.each(['stalledBody', 'resetBody', 'cutJson'] as const)(
    '%s lets half of the body through',
    async (name) => {
      const { fetch, fault } = createFakePlexo();
      fault('retrieveCustomer', name);
      const headers = { authorization: `Basic ${btoa('client:key')}` };
      const { body } = await fetch('http://localhost/v1/customers/some-id', { headers });
      const { value } = (await body?.getReader().read()) ?? {};
      const whole = JSON.stringify(fixtures.CustomerFull);
      expect(new TextDecoder().decode(value)).toBe(whole.slice(0, whole.length / 2));
    },
  );

  it('stands without times, so that retries are used up', async () => {
    const { fake, plexo } = setting({ maxRetries: 2 });
    fake.fault('listCustomers', 'reset');
    expect((await plexo.result.customers.list()).meta.attempts).toBe(3);
    expect((await plexo.result.customers.list()).ok).toBe(false);
  });

  it('names the host in the words of Node', async () => {
    const { fake, plexo } = setting();
    fake.fault('listCustomers', 'refused', { times: 1 });
    fake.fault('listCustomers', 'unresolved', { times: 1 });
    await expect(plexo.customers.list()).rejects.toThrow('connect ECONNREFUSED localhost:8080');
    await expect(plexo.customers.list()).rejects.toThrow('getaddrinfo ENOTFOUND localhost');
  });

  it.each(['stall', 'stalledBody'] as const)('%s ends with the reason of the signal', async (name) => {
    const { fetch, fault } = createFakePlexo();
    fault('listCustomers', name);
    const controller = new AbortController();
    const headers = { authorization: `Basic ${btoa('client:key')}` };
    const call = fetch('http://localhost/v1/customers', { headers, signal: controller.signal }).then(
      (response) => response.text(),
    );
    const reason = new Error('the reason');
    setImmediate(() => controller.abort(reason));
    await expect(call).rejects.toBe(reason);
  });

  it.each(['stalledBody', 'resetBody', 'cutJson'] as const)(
    '%s is refused by TypeScript and by the fake where there is no body',
    (name) => {
      expect(() =>
        createFakePlexo().fault(
          'deleteCustomer',
          // @ts-expect-error: a delete is answered without a body.
          name,
        ),
      ).toThrow(`deleteCustomer: the fault ${name} needs a body, and 204 has none`);
    },
  );

  it('of another name is refused by TypeScript and by the fake', () => {
    expect(() =>
      createFakePlexo().fault(
        'listCustomers',
        // @ts-expect-error: no such fault.
        'toString',
      ),
    ).toThrow('listCustomers: there is no fault "toString", use one of refused, unresolved, reset, stall,');
  });
});

describe('a fault with a status', () => {
  it.each([
    [1, 1_000],
    [0, 0],
    ['Fri, 15 Jan 2027 08:00:30 GMT', 30_000],
    [undefined, undefined],
  ])('429 with Retry-After %s is a RateLimitError that says so', async (retryAfter, retryAfterMs) => {
    const { fake, plexo } = setting();
    fake.fault('createCustomer', { status: 429, retryAfter });
    const result = await plexo.result.customers.create(fixtures.CustomerCreateGuide);
    expect(result).toMatchObject({
      ok: false,
      error: {
        name: 'RateLimitError',
        status: 429,
        code: 'internal-error',
        retryAfterMs,
        outcome: 'rejected',
      },
    });
  });

  it('is waited for as long as it says, and then answered', async () => {
    const waits: number[] = [];
    const { fake, plexo, clock } = setting({
      maxRetries: 2,
      on: {
        retry: ({ delayMs }) => {
          waits.push(delayMs);
          setImmediate(() => clock.advance(delayMs));
        },
      },
    });
    fake.fault('listCustomers', { status: 503, retryAfter: 7 }, { times: 1 });
    fake.fault('listCustomers', { status: 429, retryAfter: 0 }, { times: 1 });
    expect((await plexo.result.customers.list()).ok).toBe(true);
    expect(waits).toEqual([7_000, 0]);
  });

  it('that is no failure is refused by TypeScript and by the fake', () => {
    expect(() =>
      createFakePlexo().fault('listCustomers', {
        // @ts-expect-error: a success is an answer.
        status: 202,
      }),
    ).toThrow(/^listCustomers 202 status: expected one of/);
  });
});
