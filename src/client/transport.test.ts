import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { createPlexoClient } from '../index.ts';

const OPTIONS = { clientId: 'client', apiKey: 'key', baseUrl: 'http://127.0.0.1:9' };

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
