/** Saves a card, charges it and cleans up, with the view that never rejects. `import` becomes `require()` in this package. */
import { createPlexoClient, type Result } from 'plexo-customers';

const plexo = createPlexoClient({
  clientId: process.env.PLEXO_CLIENT_ID ?? '',
  apiKey: process.env.PLEXO_API_KEY ?? '',
  baseUrl: process.env.PLEXO_BASE_URL ?? '',
}).result;

function dataOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.data;
  throw new Error(`${result.meta.operation} ended as ${result.error.name}, outcome ${result.error.outcome}`);
}

async function main(): Promise<void> {
  const customer = dataOf(
    await plexo.customers.create({ referenceId: 'customer-1001', email: 'customer@example.com' }),
  );
  console.log(`customer ${customer.id}`);

  const session = dataOf(
    await plexo.sessions.create({
      merchantId: 12345,
      referenceId: 'session-1001',
      type: 'tokenization',
      customerId: customer.id,
      settings: { tokenization: { type: 'store' } },
    }),
  );
  console.log(`session ${session.actions?.[0]?.href}`);

  const instruments = dataOf(await plexo.paymentInstruments.list(customer.id));
  console.log(`instruments ${instruments.length}`);

  const token = instruments.find(({ status }) => status === 'Ok' || status === 'active')?.token ?? '';
  const payment = dataOf(
    await plexo.payments.create({
      merchantId: 12345,
      referenceId: 'order-1001',
      customerId: customer.id,
      amount: { total: 100.5, currency: 'UYU' },
      paymentMethod: { source: 'token', paymentInstrument: { token } },
    }),
  );
  console.log(`payment ${payment.status}`);

  dataOf(await plexo.paymentInstruments.delete(customer.id, token));
  dataOf(await plexo.customers.delete(customer.id));
  console.log('deleted');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
