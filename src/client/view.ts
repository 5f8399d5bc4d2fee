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

export interface ThrowingView {
  readonly customers: Customers;
  readonly paymentInstruments: PaymentInstruments;
  readonly payments: Payments;
  readonly sessions: Sessions;
}

/** The same methods; each resolves to a `Result` and never rejects. */
export interface ResultView {
  readonly customers: CustomerResults;
  readonly paymentInstruments: PaymentInstrumentResults;
  readonly payments: PaymentResults;
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
