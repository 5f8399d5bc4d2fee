import type { Invoke } from './invoke.ts';
import type { Payment, PaymentCreate } from './models.ts';
import type { RequestOptions } from './options.ts';
import type { ErrorOf, Result } from './result.ts';

/** Charges of saved payment instruments. */
export interface Payments {
  /**
   * Charges a saved instrument. A declined charge resolves too: look at `status`.
   *
   * `amount.total` is in major units of the currency (100.5 is one hundred and a half). The request is repeated only when
   * nothing was sent; when `outcome` is `unknown`, find out by `referenceId` whether the charge happened.
   */
  create(body: PaymentCreate, options?: RequestOptions): Promise<Payment>;
}

/** The methods of `Payments`, resolving to a `Result` and never rejecting. */
export interface PaymentResults {
  /** As `payments.create`. */
  create(body: PaymentCreate, options?: RequestOptions): Promise<Result<Payment, ErrorOf<'createPayment'>>>;
}

export function paymentMethods(invoke: Invoke) {
  return {
    create: (body: PaymentCreate, options?: RequestOptions) =>
      invoke({ operation: 'createPayment', body, options }),
  };
}
