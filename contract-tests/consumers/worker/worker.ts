/** Saves a card, charges it and cleans up, in a worker. workerd calls `test`; a worker that serves has `fetch` in its place. */
import { createPlexoClient } from 'plexo-customers';

interface Environment {
  readonly PLEXO_CLIENT_ID: string;
  readonly PLEXO_API_KEY: string;
  readonly PLEXO_BASE_URL: string;
}

export default {
  async test(_controller: unknown, environment: Environment): Promise<void> {
    const plexo = createPlexoClient({
      clientId: environment.PLEXO_CLIENT_ID,
      apiKey: environment.PLEXO_API_KEY,
      baseUrl: environment.PLEXO_BASE_URL,
    });

    const customer = await plexo.customers.create({
      referenceId: 'customer-1001',
      email: 'customer@example.com',
    });
    console.log(`customer ${customer.id}`);

    const session = await plexo.sessions.create({
      merchantId: 12345,
      referenceId: 'session-1001',
      type: 'tokenization',
      customerId: customer.id,
      settings: { tokenization: { type: 'store' } },
    });
    console.log(`session ${session.actions?.[0]?.href}`);

    const instruments = await plexo.paymentInstruments.list(customer.id);
    console.log(`instruments ${instruments.length}`);

    const token = instruments.find(({ status }) => status === 'Ok' || status === 'active')?.token ?? '';
    const payment = await plexo.payments.create({
      merchantId: 12345,
      referenceId: 'order-1001',
      customerId: customer.id,
      amount: { total: 100.5, currency: 'UYU' },
      paymentMethod: { source: 'token', paymentInstrument: { token } },
    });
    console.log(`payment ${payment.status}`);

    await plexo.paymentInstruments.delete(customer.id, token);
    await plexo.customers.delete(customer.id);
    console.log('deleted');
  },
};
