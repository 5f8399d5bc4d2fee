import { type Answered, API_KEY, CLIENT_ID, drive } from './drive.ts';
import { createClient, createConfig } from './generated/client/index.ts';
import * as sdk from './generated/sdk.gen.ts';
import type { CustomerCreate, CustomerUpdate, PaymentCreate, SessionCreate } from './generated/types.gen.ts';

const connect = (baseUrl: string) =>
  createClient(
    createConfig({
      baseUrl,
      auth: ({ scheme }) => (scheme === 'basic' ? `${CLIENT_ID}:${API_KEY}` : undefined),
    }),
  );

function answered(result: { data?: unknown; error?: unknown; response?: Response }): Answered {
  const { data, error, response } = result;
  if (response === undefined) throw error;
  return { status: response.status, body: response.status === 204 ? undefined : (data ?? error) };
}

await drive({
  createCustomer: async ({ body }, url) =>
    answered(await sdk.createCustomer({ client: connect(url), body: body as CustomerCreate })),
  listCustomers: async (_, url) => answered(await sdk.listCustomers({ client: connect(url) })),
  retrieveCustomer: async ({ customerId }, url) =>
    answered(await sdk.retrieveCustomer({ client: connect(url), path: { customerId } })),
  updateCustomer: async ({ customerId, body }, url) =>
    answered(
      await sdk.updateCustomer({ client: connect(url), path: { customerId }, body: body as CustomerUpdate }),
    ),
  deleteCustomer: async ({ customerId }, url) =>
    answered(await sdk.deleteCustomer({ client: connect(url), path: { customerId } })),
  listPaymentInstruments: async ({ customerId }, url) =>
    answered(await sdk.listPaymentInstruments({ client: connect(url), path: { customerId } })),
  deletePaymentInstrument: async ({ customerId, token }, url) =>
    answered(await sdk.deletePaymentInstrument({ client: connect(url), path: { customerId, token } })),
  createPayment: async ({ body }, url) =>
    answered(await sdk.createPayment({ client: connect(url), body: body as PaymentCreate })),
  createSession: async ({ body }, url) =>
    answered(await sdk.createSession({ client: connect(url), body: body as SessionCreate })),
});
