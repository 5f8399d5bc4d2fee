import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { createPlexoClient, type PlexoClient } from '../index.ts';

const OPTIONS = { clientId: 'client', apiKey: 'key', baseUrl: 'http://127.0.0.1:9' };

/** What fetch is handed by one call. */
async function sentBy(call: (plexo: PlexoClient) => Promise<unknown>): Promise<RequestInit> {
  let seen: RequestInit | undefined;
  const plexo = createPlexoClient({
    ...OPTIONS,
    fetch: async (_, init) => {
      seen = init;
      return new Response(null, { status: 204 });
    },
  });
  await call(plexo).catch(() => {});
  return seen ?? expect.fail('nothing was sent');
}

describe('a request', () => {
  it('without a body says nothing of one, and asks for JSON', async () => {
    for (const init of [
      await sentBy((plexo) => plexo.customers.list()),
      await sentBy((plexo) => plexo.customers.delete('id')),
    ]) {
      expect(init.body).toBeNull();
      expect(Object.fromEntries(new Headers(init.headers))).toEqual({
        accept: 'application/json',
        authorization: `Basic ${btoa('client:key')}`,
      });
    }
  });

  it('with a body says that it is JSON, and lets a caller say otherwise', async () => {
    const init = await sentBy((plexo) =>
      plexo.payments.create(fixtures.PaymentCreateGuide, { headers: { accept: 'application/problem+json' } }),
    );
    expect(Object.fromEntries(new Headers(init.headers))).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/problem+json',
    });
  });

  it('that fetch answers with nothing is a failed connection', async () => {
    // A double that forgets its answer is the point.
    const forgetful = (async () => undefined) as unknown as typeof fetch;
    const plexo = createPlexoClient({ ...OPTIONS, fetch: forgetful, maxRetries: 0 });
    const result = await plexo.result.customers.list();
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'ConnectionError', cause: { message: 'fetch resolved without a response' } },
    });
  });

  it('goes to the path of the contract under the path of the base URL', async () => {
    const addresses: unknown[] = [];
    const plexo = createPlexoClient({
      ...OPTIONS,
      baseUrl: 'https://proxy.example/plexo/',
      fetch: async (input) => {
        addresses.push(input);
        return Response.json([]);
      },
    });
    await plexo.paymentInstruments.list('a?b');
    expect(addresses).toEqual(['https://proxy.example/plexo/v1/customers/a%3Fb/payment-instruments']);
  });
});

describe('the transport', () => {
  it('hands fetch an address and its options, so that the fetch of another package can be used', async () => {
    const calls: [unknown, RequestInit | undefined][] = [];
    const plexo = createPlexoClient({
      ...OPTIONS,
      fetch: async (input, init) => {
        calls.push([input, init]);
        return Response.json(fixtures.CustomerFull);
      },
    });
    await plexo.customers.update('some id', fixtures.CustomerUpdateGuide);
    const [[input, init] = []] = calls;
    expect(input).toBe('http://127.0.0.1:9/v1/customers/some%20id');
    expect(init).toMatchObject({
      method: 'PUT',
      redirect: 'manual',
      body: JSON.stringify(fixtures.CustomerUpdateGuide),
    });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json');
  });

  it('builds no Request before fetch does, because fetch would build it a second time', async () => {
    const original = globalThis.Request;
    globalThis.Request = class {
      constructor() {
        expect.fail('a Request was built');
      }
      // A stand-in that must never be constructed need not be one.
    } as unknown as typeof Request;
    try {
      const plexo = createPlexoClient({
        ...OPTIONS,
        fetch: async () => Response.json(fixtures.CustomerListEmpty),
      });
      expect(await plexo.customers.list()).toEqual([]);
    } finally {
      globalThis.Request = original;
    }
  });
});
