import { type Answered, AUTHORIZATION, drive } from './drive.ts';
import * as api from './generated/api.ts';

/** The base URL is fixed when the client is generated, so the address of each call is put in front here. */
const BASE = 'http://base.invalid';
const fetchOriginal = globalThis.fetch;
let baseUrl = '';
globalThis.fetch = (url, init) => fetchOriginal(String(url).replace(BASE, baseUrl), init);

const options = { headers: { Authorization: AUTHORIZATION } };

async function answered(
  url: string,
  call: () => Promise<{ status: number; data: unknown }>,
): Promise<Answered> {
  baseUrl = url;
  const { status, data } = await call();
  return { status, body: status === 204 ? undefined : data };
}

await drive({
  createCustomer: ({ body }, url) =>
    answered(url, () => api.createCustomer(body as api.CustomerCreate, options)),
  listCustomers: (_, url) => answered(url, () => api.listCustomers(options)),
  retrieveCustomer: ({ customerId }, url) => answered(url, () => api.retrieveCustomer(customerId, options)),
  updateCustomer: ({ customerId, body }, url) =>
    answered(url, () => api.updateCustomer(customerId, body as api.CustomerUpdate, options)),
  deleteCustomer: ({ customerId }, url) => answered(url, () => api.deleteCustomer(customerId, options)),
  listPaymentInstruments: ({ customerId }, url) =>
    answered(url, () => api.listPaymentInstruments(customerId, options)),
  deletePaymentInstrument: ({ customerId, token }, url) =>
    answered(url, () => api.deletePaymentInstrument(customerId, token, options)),
  createPayment: ({ body }, url) =>
    answered(url, () => api.createPayment(body as api.PaymentCreate, options)),
  createSession: ({ body }, url) =>
    answered(url, () => api.createSession(body as api.SessionCreate, options)),
});
