import { type Answered, AUTHORIZATION, drive } from './drive.ts';
import * as api from './generated/clients/index.ts';
import type { CustomerCreate } from './generated/types/CustomerCreate.ts';
import type { CustomerUpdate } from './generated/types/CustomerUpdate.ts';
import type { PaymentCreate } from './generated/types/PaymentCreate.ts';
import type { SessionCreate } from './generated/types/SessionCreate.ts';

const at = (baseURL: string) => ({
  baseURL,
  headers: { Authorization: AUTHORIZATION, 'Content-Type': 'application/json' },
});

function answered({ status, data }: { status: number; data: unknown }): Answered {
  return { status, body: status === 204 ? undefined : data };
}

await drive({
  createCustomer: async ({ body }, url) =>
    answered(await api.createCustomer(body as CustomerCreate, at(url))),
  listCustomers: async (_, url) => answered(await api.listCustomers(at(url))),
  retrieveCustomer: async ({ customerId }, url) => answered(await api.retrieveCustomer(customerId, at(url))),
  updateCustomer: async ({ customerId, body }, url) =>
    answered(await api.updateCustomer(customerId, body as CustomerUpdate, at(url))),
  deleteCustomer: async ({ customerId }, url) => answered(await api.deleteCustomer(customerId, at(url))),
  listPaymentInstruments: async ({ customerId }, url) =>
    answered(await api.listPaymentInstruments(customerId, at(url))),
  deletePaymentInstrument: async ({ customerId, token }, url) =>
    answered(await api.deletePaymentInstrument(customerId, token, at(url))),
  createPayment: async ({ body }, url) => answered(await api.createPayment(body as PaymentCreate, at(url))),
  createSession: async ({ body }, url) => answered(await api.createSession(body as SessionCreate, at(url))),
});
