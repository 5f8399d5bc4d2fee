import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { ClientEvents, ClientOptions } from '../index.ts';
import { createClientIn } from './client.ts';
import { type FakeClock, fakeClock } from './fake-clock.fixture.ts';

type Noted = [keyof ClientEvents, Record<string, unknown>];

/** A client on a clock that each answer moves by 40 ms, and everything that it tells. */
function told(answers: readonly (() => Response)[], options: Partial<ClientOptions> = {}) {
  const clock: FakeClock = fakeClock();
  const events: Noted[] = [];
  const note = (kind: keyof ClientEvents) => (event: object) => {
    events.push([kind, { ...event }]);
    if (kind === 'retry') setImmediate(() => clock.advance(Number(Reflect.get(event, 'delayMs'))));
  };
  const queue = [...answers];
  const plexo = createClientIn(
    { clock, random: () => 0.5 },
    {
      clientId: 'client',
      apiKey: 'the-api-key',
      baseUrl: 'http://127.0.0.1:9',
      on: {
        request: note('request'),
        response: note('response'),
        retry: note('retry'),
        error: note('error'),
        drift: note('drift'),
      },
      fetch: async () => {
        clock.advance(40);
        return queue.shift()?.() ?? expect.fail('there is no further answer');
      },
      ...options,
    },
  );
  return { plexo, events };
}

const busy = () => new Response('', { status: 503, headers: { 'x-correlation-id': 'c-1' } });
const empty = () => Response.json([], { headers: { 'x-correlation-id': 'c-2' } });

describe('a call tells', () => {
  it('of each attempt and wait, with the time of the attempt', async () => {
    const { plexo, events } = told([busy, empty]);
    expect((await plexo.result.customers.list()).ok).toBe(true);
    const call = { operation: 'listCustomers', method: 'GET', path: '/v1/customers' };
    expect(events).toEqual([
      ['request', { ...call, attempt: 1, parameters: {}, body: undefined }],
      ['response', { ...call, attempt: 1, status: 503, correlationId: 'c-1', elapsedMs: 40 }],
      ['retry', { ...call, attempt: 1, reason: '503', delayMs: 250 }],
      ['request', { ...call, attempt: 2, parameters: {}, body: undefined }],
      ['response', { ...call, attempt: 2, status: 200, correlationId: 'c-2', elapsedMs: 40 }],
    ]);
  });

  it('of its failure with the time of all of it', async () => {
    const { plexo, events } = told([busy, busy], { maxRetries: 1 });
    const result = await plexo.result.customers.retrieve('c');
    const [kind, event] = events.at(-1) ?? [];
    expect(kind).toBe('error');
    expect(event).toMatchObject({ operation: 'retrieveCustomer', attempt: 2, elapsedMs: 330 });
    expect(event?.['error']).toBe(result.ok ? undefined : result.error);
    expect(result.meta).toMatchObject({ elapsedMs: 330, attempts: 2, status: 503, correlationId: 'c-1' });
  });

  it('of what is refused before it is sent, as the failure of attempt 0', async () => {
    const { plexo, events } = told([]);
    const result = await plexo.result.customers.retrieve('');
    expect(events).toMatchObject([['error', { operation: 'retrieveCustomer', attempt: 0, elapsedMs: 0 }]]);
    expect(result.meta).toMatchObject({ attempts: 0, status: undefined, response: undefined });
  });

  it('why it is repeated: the word of a failure where there is no status', async () => {
    const lost = () => {
      throw new TypeError('fetch failed');
    };
    const { plexo, events } = told([lost, empty]);
    await plexo.customers.list();
    expect(events.find(([kind]) => kind === 'retry')?.[1]).toMatchObject({ reason: 'failed' });
    expect(events.filter(([kind]) => kind === 'response')).toHaveLength(1);
  });

  it('the body as the server reads it, which a toJSON may have made', async () => {
    const { plexo, events } = told([() => Response.json(fixtures.CustomerCreated, { status: 201 })]);
    const body = { toJSON: () => ({ referenceId: 'r-1', email: 'a@b.co' }) };
    // A JavaScript caller may send such an object.
    await plexo.customers.create(body as unknown as typeof fixtures.CustomerCreateGuide);
    expect(events[0]?.[1]).toMatchObject({ body: { referenceId: 'r-1', email: '[redacted]' } });
  });
});

describe('what a call tells', () => {
  it('masks what the request held, wherever the server quotes it', async () => {
    const quoting = () =>
      Response.json(
        { message: 'no tok-1 for the-api-key', code: 'x' },
        { status: 400, headers: { 'x-correlation-id': 'c-tok-1' } },
      );
    const { plexo, events } = told([quoting]);
    const result = await plexo.result.paymentInstruments.delete('c-1', 'tok-1');
    expect(result).toMatchObject({
      error: { apiMessage: 'no [redacted] for [redacted]' },
      meta: { correlationId: 'c-[redacted]' },
    });
    expect(events[0]?.[1]).toMatchObject({ parameters: { customerId: 'c-1', token: '[redacted]' } });
    expect(events[1]?.[1]).toMatchObject({ correlationId: 'c-[redacted]' });
  });

  it('masks the fields of a body that was sent', async () => {
    const quoting = () => Response.json({ message: 'Mariana is taken' }, { status: 400 });
    const { plexo } = told([quoting]);
    expect(await plexo.result.customers.create({ firstName: 'Mariana' })).toMatchObject({
      error: { apiMessage: '[redacted] is taken' },
    });
  });
});

describe('the meta of a result', () => {
  it('holds the response, and does not print it', async () => {
    const { plexo } = told([empty]);
    const { meta } = await plexo.result.customers.list();
    expect(meta.response).toBeInstanceOf(Response);
    expect(meta.response?.bodyUsed).toBe(true);
    expect(Object.getOwnPropertyDescriptor(meta, 'response')?.get).toBeTypeOf('function');
  });
});
