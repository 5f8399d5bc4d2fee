import type { Call } from './call.ts';
import type { PaymentInstrument } from './models.ts';
import type { RequestOptions } from './options.ts';

/** The payment instruments saved for a customer. They are created by tokenization, never directly. */
export interface PaymentInstruments {
  /** Lists a customer's instruments. Read it right before charging: a stored token may be gone or expired. */
  list(customerId: string, options?: RequestOptions): Promise<PaymentInstrument[]>;
  /** Deletes one instrument by its token; the customer's other instruments stay. */
  delete(customerId: string, token: string, options?: RequestOptions): Promise<void>;
}

export function createPaymentInstruments(call: Call): PaymentInstruments {
  return {
    list: (customerId, options) =>
      call({ operation: 'listPaymentInstruments', path: { customerId }, options }),
    delete: (customerId, token, options) =>
      call({ operation: 'deletePaymentInstrument', path: { customerId, token }, options }),
  };
}
