/** A test of one's own on the API in memory. */
import { expect, test } from 'bun:test';
import { createPlexoClient } from 'plexo-customers';
import { createFakePlexo } from 'plexo-customers/testing';

test('a charge whose answer is lost is not made twice', async () => {
  const fake = createFakePlexo();
  const plexo = createPlexoClient({
    clientId: 'c',
    apiKey: 'k',
    baseUrl: 'http://localhost',
    fetch: fake.fetch,
  });
  fake.fault('createPayment', 'reset');
  const result = await plexo.result.payments.create({
    merchantId: 12345,
    referenceId: 'order-1001',
    amount: { total: 100.5, currency: 'UYU' },
    paymentMethod: { source: 'token', paymentInstrument: { token: 'a-stored-token' } },
  });
  expect(result.ok ? undefined : result.error.outcome).toBe('unknown');
  expect(fake.requestsTo('createPayment')).toHaveLength(1);
  expect(fake.breaches).toEqual([]);
});
