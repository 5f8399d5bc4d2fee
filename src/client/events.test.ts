import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { createPlexoClient } from '../index.ts';
import type { ClientEvents } from './events.ts';

function recorded(answers: readonly Response[]): {
  events: [string, Record<string, unknown>][];
  on: ClientEvents;
  fetch: typeof fetch;
} {
  const events: [string, Record<string, unknown>][] = [];
  const note = (name: string) => (event: object) => void events.push([name, { ...event }]);
  const on = {
    request: note('request'),
    response: note('response'),
    retry: note('retry'),
    error: note('error'),
    drift: note('drift'),
  };
  const queue = [...answers];
  return { events, on, fetch: async () => queue.shift() ?? Response.error() };
}

const OPTIONS = { clientId: 'client', apiKey: 'key', baseUrl: 'http://127.0.0.1:9' };

describe('events', () => {
  it('tell each attempt of a call, and its end, in order', async () => {
    const busy = new Response('', {
      status: 503,
      headers: { 'retry-after': '0', 'x-correlation-id': 'c-1' },
    });
    const missing = new Response(JSON.stringify(fixtures.ErrorNotFound), { status: 404 });
    const { events, ...options } = recorded([busy, missing]);
    const result = await createPlexoClient({ ...OPTIONS, ...options }).result.customers.update(
      'id-1',
      fixtures.CustomerUpdateGuide,
    );
    const call = { operation: 'updateCustomer', method: 'PUT', path: '/v1/customers/{customerId}' };
    expect(events.map(([name, { attempt }]) => [name, attempt])).toEqual([
      ['request', 1],
      ['response', 1],
      ['retry', 1],
      ['request', 2],
      ['response', 2],
      ['error', 2],
    ]);
    expect(events[0]?.[1]).toMatchObject({
      ...call,
      parameters: { customerId: 'id-1' },
      body: { email: '[redacted]' },
    });
    expect(events[1]?.[1]).toMatchObject({ ...call, status: 503, correlationId: 'c-1' });
    expect(events[2]?.[1]).toMatchObject({ ...call, reason: '503', delayMs: 0 });
    expect(events[5]?.[1]).toMatchObject({ ...call, error: result.ok ? undefined : result.error });
  });

  it('whose listener throws do not fail the call', async () => {
    const { fetch } = recorded([Response.json(fixtures.PaymentApproved, { status: 201 })]);
    const fail = () => {
      throw new Error('a listener failed');
    };
    const plexo = createPlexoClient({
      ...OPTIONS,
      fetch,
      on: { request: fail, response: fail, error: fail },
    });
    expect(await plexo.payments.create(fixtures.PaymentCreateGuide)).toEqual(fixtures.PaymentApproved);
  });

  it('may be listened to in part, and later changes to the options have no effect', async () => {
    const { events, on, fetch } = recorded([Response.json([])]);
    const own: { -readonly [Name in keyof ClientEvents]: ClientEvents[Name] } = { response: on.response };
    const plexo = createPlexoClient({ ...OPTIONS, fetch, on: own });
    own.request = on.request;
    await plexo.customers.list();
    expect(events.map(([name]) => name)).toEqual(['response']);
  });
});
