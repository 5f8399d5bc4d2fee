import type { Call } from './call.ts';
import type { Payment, PaymentCreate } from './models.ts';
import type { RequestOptions } from './options.ts';

/** Charges of saved payment instruments. */
export interface Payments {
  /**
   * Charges a saved instrument. A declined charge resolves too: look at `status`.
   *
   * `amount.total` is in major units of the currency (100.5 is one hundred and a half). The call is never repeated by
   * itself; after a lost answer find out by `referenceId` whether the charge happened.
   */
  create(body: PaymentCreate, options?: RequestOptions): Promise<Payment>;
}

export function createPayments(call: Call): Payments {
  return { create: (body, options) => call({ operation: 'createPayment', body, options }) };
}
