/** Saves a card, charges it and cleans up, with the view that throws, and with every answer held to the contract. */
import {
  type CustomerCreate,
  createPlexoClient,
  isPlexoError,
  type PaymentInstrument,
  type RequestOptions,
} from 'plexo-customers';
import { contractValidation } from 'plexo-customers/validation';

const drifts: string[] = [];

const plexo = createPlexoClient({
  clientId: process.env['PLEXO_CLIENT_ID'] ?? '',
  apiKey: process.env['PLEXO_API_KEY'] ?? '',
  baseUrl: process.env['PLEXO_BASE_URL'] ?? '',
  validation: contractValidation({ reads: 'strict', writes: 'report' }),
  on: { drift: ({ operation }) => drifts.push(operation) },
});

/** A member that holds `undefined` is refused by exactOptionalPropertyTypes unless the types allow it: options do. */
const options: RequestOptions = { timeoutMs: 10_000, signal: undefined };

function usable({ status }: PaymentInstrument): boolean {
  return status === 'Ok' || status === 'active';
}

async function saveAndCharge(body: CustomerCreate): Promise<void> {
  const customer = await plexo.customers.create(body, options);
  console.log(`customer ${customer.id}`);

  const session = await plexo.sessions.create({
    merchantId: 12345,
    referenceId: 'session-1001',
    type: 'tokenization',
    customerId: customer.id,
    settings: { tokenization: { type: 'store' } },
  });
  // noUncheckedIndexedAccess: the first action may be missing.
  console.log(`session ${session.actions?.[0]?.href ?? 'without an address'}`);

  const instruments = await plexo.paymentInstruments.list(customer.id);
  console.log(`instruments ${instruments.length}`);

  const [instrument] = instruments.filter(usable);
  if (instrument === undefined) throw new Error('no instrument can be charged');
  const payment = await plexo.payments.create({
    merchantId: 12345,
    referenceId: 'order-1001',
    customerId: customer.id,
    amount: { total: 100.5, currency: 'UYU' },
    paymentMethod: { source: 'token', paymentInstrument: { token: instrument.token } },
  });
  console.log(`payment ${payment.status}`);

  await plexo.paymentInstruments.delete(customer.id, instrument.token);
  await plexo.customers.delete(customer.id);
  console.log('deleted');
}

try {
  await saveAndCharge({ referenceId: 'customer-1001', email: 'customer@example.com' });
  if (drifts.length > 0) throw new Error(`answers out of contract: ${drifts.join(', ')}`);
} catch (error) {
  console.error(isPlexoError(error) ? JSON.stringify(error) : error);
  process.exitCode = 1;
}
