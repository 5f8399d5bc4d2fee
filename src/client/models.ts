/**
 * The models of the contract as named interfaces. They stand in front of the generated types so that an editor shows a
 * name instead of a lookup, and so that the generator behind them can change without touching a caller.
 */
import type * as generated from '../../generated/types.ts';

export interface Amount extends generated.Amount {}
export interface Capture extends generated.Capture {}
export interface Customer extends generated.Customer {}
export interface CustomerCreate extends generated.CustomerCreate {}
export interface CustomerUpdate extends generated.CustomerUpdate {}
export interface Payment extends generated.Payment {}
export interface PaymentCreate extends generated.PaymentCreate {}
export interface PaymentInstrument extends generated.PaymentInstrument {}
export interface PaymentInstrumentReference extends generated.PaymentInstrumentReference {}
export interface SavedPaymentMethod extends generated.SavedPaymentMethod {}
export interface Session extends generated.Session {}
export interface SessionAction extends generated.SessionAction {}
export interface SessionCreate extends generated.SessionCreate {}
export interface SessionSettings extends generated.SessionSettings {}
export interface TokenizationSettings extends generated.TokenizationSettings {}
/** The body of an error response; the thrown class is `ApiError`. */
export interface ApiErrorBody extends generated.ApiError {}
/** Your own pairs of text; keep personal data and card data out of them. */
export interface Metadata extends generated.Metadata {}
