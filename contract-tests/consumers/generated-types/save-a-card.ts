/** Saves a card, charges it and cleans up, through types of one's own. */
import createClient from 'openapi-fetch';
import type { components, paths } from './plexo.js';

const credentials = `${process.env['PLEXO_CLIENT_ID']}:${process.env['PLEXO_API_KEY']}`;
const plexo = createClient<paths>({
  baseUrl: process.env['PLEXO_BASE_URL'] ?? '',
  headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
});

/** openapi-fetch answers with `data` or `error`; which of them it is, the status says. */
function dataOf<Data>({ data, response }: { readonly data?: Data; readonly response: Response }): Data {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  // A success of these operations has the body that the contract describes, or none where it describes none.
  return data as Data;
}

const body: components['schemas']['CustomerCreate'] = {
  referenceId: 'customer-1001',
  email: 'customer@example.com',
};
const customer = dataOf(await plexo.POST('/v1/customers', { body }));
console.log(`customer ${customer.id}`);

const session = dataOf(
  await plexo.POST('/v1/sessions', {
    body: {
      merchantId: 12345,
      referenceId: 'session-1001',
      type: 'tokenization',
      customerId: customer.id,
      settings: { tokenization: { type: 'store' } },
    },
  }),
);
console.log(`session ${session.actions?.[0]?.href}`);

const path = { customerId: customer.id };
const instruments = dataOf(
  await plexo.GET('/v1/customers/{customerId}/payment-instruments', { params: { path } }),
);
console.log(`instruments ${instruments.length}`);

const token = instruments.find(({ status }) => status === 'Ok' || status === 'active')?.token ?? '';
const payment = dataOf(
  await plexo.POST('/v1/payments', {
    body: {
      merchantId: 12345,
      referenceId: 'order-1001',
      customerId: customer.id,
      amount: { total: 100.5, currency: 'UYU' },
      paymentMethod: { source: 'token', paymentInstrument: { token } },
    },
  }),
);
console.log(`payment ${payment.status}`);

dataOf(
  await plexo.DELETE('/v1/customers/{customerId}/payment-instruments/{token}', {
    params: { path: { ...path, token } },
  }),
);
dataOf(await plexo.DELETE('/v1/customers/{customerId}', { params: { path } }));
console.log('deleted');
