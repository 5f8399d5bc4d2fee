import type { Invoke } from './invoke.ts';
import type { PaymentInstrument } from './models.ts';
import type { RequestOptions } from './options.ts';
import type { ErrorOf, Result } from './result.ts';

/** The payment instruments saved for a customer. They are created by tokenization, never directly. */
export interface PaymentInstruments {
  /** Lists a customer's instruments. Read it right before charging: a stored token may be gone or expired. */
  list(customerId: string, options?: RequestOptions): Promise<PaymentInstrument[]>;
  /** Deletes one instrument by its token. */
  delete(customerId: string, token: string, options?: RequestOptions): Promise<void>;
}

/** The methods of `PaymentInstruments`, resolving to a `Result` and never rejecting. */
export interface PaymentInstrumentResults {
  /** As `paymentInstruments.list`. */
  list(
    customerId: string,
    options?: RequestOptions,
  ): Promise<Result<PaymentInstrument[], ErrorOf<'listPaymentInstruments'>>>;
  /** As `paymentInstruments.delete`; `meta.deletedEarlier` tells whether an earlier attempt had done it. */
  delete(
    customerId: string,
    token: string,
    options?: RequestOptions,
  ): Promise<Result<void, ErrorOf<'deletePaymentInstrument'>>>;
}

export function paymentInstrumentMethods(invoke: Invoke) {
  return {
    list: (customerId: string, options?: RequestOptions) =>
      invoke({ operation: 'listPaymentInstruments', path: { customerId }, options }),
    delete: (customerId: string, token: string, options?: RequestOptions) =>
      invoke({ operation: 'deletePaymentInstrument', path: { customerId, token }, options }),
  };
}
