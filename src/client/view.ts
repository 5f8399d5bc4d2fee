/** The two views of the client over one engine: values and exceptions, or results. */
import type { Perform } from './call.ts';
import { type CustomerResults, type Customers, customerMethods } from './customers.ts';
import type { Invoke } from './invoke.ts';
import {
  type PaymentInstrumentResults,
  type PaymentInstruments,
  paymentInstrumentMethods,
} from './payment-instruments.ts';
import { type PaymentResults, type Payments, paymentMethods } from './payments.ts';
import { type SessionResults, type Sessions, sessionMethods } from './sessions.ts';

/** The methods that resolve to values and reject with errors. */
export interface ThrowingView {
  /** Customer records. */
  readonly customers: Customers;
  /** The payment instruments saved for a customer. */
  readonly paymentInstruments: PaymentInstruments;
  /** Charges of saved payment instruments. */
  readonly payments: Payments;
  /** Hosted sessions in which a payer saves a card. */
  readonly sessions: Sessions;
}

/** The same methods; each resolves to a `Result` and never rejects. */
export interface ResultView {
  /** Customer records. */
  readonly customers: CustomerResults;
  /** The payment instruments saved for a customer. */
  readonly paymentInstruments: PaymentInstrumentResults;
  /** Charges of saved payment instruments. */
  readonly payments: PaymentResults;
  /** Hosted sessions in which a payer saves a card. */
  readonly sessions: SessionResults;
}

function resources(invoke: Invoke) {
  return {
    customers: customerMethods(invoke),
    paymentInstruments: paymentInstrumentMethods(invoke),
    payments: paymentMethods(invoke),
    sessions: sessionMethods(invoke),
  };
}

export function throwingView(perform: Perform): ThrowingView {
  return resources(async (request) => {
    const result = await perform<never>(request);
    if (!result.ok) throw result.error;
    return result.data;
  });
}

export function resultView(perform: Perform): ResultView {
  // `perform` resolves to a Result, which is what the interfaces of this view promise.
  return Object.freeze(resources(perform as Invoke));
}
