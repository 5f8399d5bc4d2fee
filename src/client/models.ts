/**
 * The models of the contract as named interfaces. They stand in front of the generated types so that an editor shows a
 * name instead of a lookup, and so that the generator behind them can change without touching a caller.
 */
import type * as generated from '../../generated/types.ts';

/** How much is charged and in which currency. `total` is in major units: 100.5 is one hundred and a half. */
export interface Amount extends generated.Amount {}
/** When the money is taken; absent for the default of the merchant. */
export interface Capture extends generated.Capture {}
/** A customer as Plexo stores it. Only `id` is certain to be there; absent and `null` mean the same. */
export interface Customer extends generated.Customer {}
/** What you send to create a customer: at least one field that identifies one. Leave out what you have no value for. */
export interface CustomerCreate extends generated.CustomerCreate {}
/** What you send to change a customer: every field that you want to keep, for what becomes of the others is not documented. */
export interface CustomerUpdate extends generated.CustomerUpdate {}
/** A payment as Plexo answers it. `status` tells whether the charge was approved; Plexo may add values. */
export interface Payment extends generated.Payment {}
/** What you send to charge a saved instrument. A `referenceId` of its own is how a payment is found when its answer is lost. */
export interface PaymentCreate extends generated.PaymentCreate {}
/** A saved means of payment. Only `token`, which stands for it in a charge, is certain to be there. */
export interface PaymentInstrument extends generated.PaymentInstrument {}
/** Names one saved instrument by its token. */
export interface PaymentInstrumentReference extends generated.PaymentInstrumentReference {}
/** The saved instrument that pays. */
export interface SavedPaymentMethod extends generated.SavedPaymentMethod {}
/** A hosted session. Send the payer to the `href` of its first action. */
export interface Session extends generated.Session {}
/** One possible next step of a session. */
export interface SessionAction extends generated.SessionAction {}
/** What you send to start a session in which a payer saves a card for a customer. */
export interface SessionCreate extends generated.SessionCreate {}
/** How a session behaves. */
export interface SessionSettings extends generated.SessionSettings {}
/** What kind of token a session produces. */
export interface TokenizationSettings extends generated.TokenizationSettings {}
/** The body of an error response; the thrown class is `ApiError`. */
export interface ApiErrorBody extends generated.ApiError {}
/** Your own pairs of text; keep personal data and card data out of them. */
export interface Metadata extends generated.Metadata {}
