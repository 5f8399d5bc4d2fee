/** What the examples take for granted: credentials, a client, a payment to make. Each example declares the rest itself. */
import { createPlexoClient, type PaymentCreate } from '../../src/index.ts';

export type { Customer, CustomerCreate, Result } from '../../src/index.ts';
export { createPlexoClient, isPlexoError } from '../../src/index.ts';
export { createRawClient } from '../../src/raw.ts';
export { contractValidation } from '../../src/validation.ts';

export const clientId = 'client-of-the-examples';
export const apiKey = 'key-of-the-examples';
export const plexo = createPlexoClient({ clientId, apiKey, environment: 'testing' });

export const payment: PaymentCreate = {
  merchantId: 12345,
  referenceId: 'order-1001',
  amount: { total: 100.5, currency: 'UYU' },
  paymentMethod: { source: 'token', paymentInstrument: { token: '9b7f1c2e-4a3d-4e8b-9c1f-2d3e4f5a6b7c' } },
};

/** References that an example found to be in an unknown state. */
export const marked: string[] = [];

export async function markForReview(referenceId: string): Promise<void> {
  marked.push(referenceId);
}
