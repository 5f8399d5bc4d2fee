import { describe, expect, it } from 'vitest';
import type { fixtures } from '../../generated/fixtures.ts';
import { createPlexoClient, RequestError, type RequestOptions } from '../index.ts';

/** A client whose server would answer, and how often it was asked. */
function client() {
  let asked = 0;
  const plexo = createPlexoClient({
    clientId: 'client',
    apiKey: 'key',
    baseUrl: 'http://127.0.0.1:9',
    fetch: async () => {
      asked += 1;
      return Response.json({});
    },
  });
  return { plexo, asked: () => asked };
}

describe('a request that cannot be sent', () => {
  const cycle: Record<string, unknown> = {};
  Object.assign(cycle, { self: cycle });

  it.each<[string, unknown, RequestOptions | undefined, string]>([
    ['the missing body', undefined, undefined, 'the body is missing'],
    ['a function for a body', () => {}, undefined, 'the body is missing'],
    ['a cycle', cycle, undefined, 'the body cannot be written as JSON (a cycle or a bigint)'],
    [
      'a header',
      {},
      { headers: { host: 'elsewhere' } },
      "the header host is the transport's and cannot be set",
    ],
    ['a limit', {}, { maxRetries: -1 }, 'maxRetries must be a whole number from 0 to 2147483647, got -1'],
  ])('is refused by a RequestError of its operation that names %s', async (_, body, options, message) => {
    const { plexo, asked } = client();
    // Wrong types are the point: JavaScript callers can pass them.
    const error = await plexo.payments
      .create(body as typeof fixtures.PaymentCreateGuide, options)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect(error).toMatchObject({
      message: `createPayment: ${message}; nothing was sent`,
      operation: 'createPayment',
      outcome: 'not_sent',
      attempts: 0,
    });
    expect(asked()).toBe(0);
  });

  it('is told from a mistake of the program, which is thrown as it is', async () => {
    const { plexo } = client();
    const options = {
      get headers(): never {
        throw new RangeError('a mistake');
      },
    };
    await expect(plexo.result.customers.list(options)).rejects.toThrow(new RangeError('a mistake'));
  });
});
