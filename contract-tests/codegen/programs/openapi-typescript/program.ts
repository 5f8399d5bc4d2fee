import createClient from 'openapi-fetch';
import { type Answered, AUTHORIZATION, drive } from './drive.ts';
import type { components, paths } from './generated/types.ts';

type Schemas = components['schemas'];

const connect = (baseUrl: string) =>
  createClient<paths>({ baseUrl, headers: { Authorization: AUTHORIZATION } });

function answered({
  data,
  error,
  response,
}: {
  data?: unknown;
  error?: unknown;
  response: Response;
}): Answered {
  return { status: response.status, body: data ?? error };
}

await drive({
  createCustomer: async ({ body }, url) =>
    answered(await connect(url).POST('/v1/customers', { body: body as Schemas['CustomerCreate'] })),
  listCustomers: async (_, url) => answered(await connect(url).GET('/v1/customers')),
  retrieveCustomer: async ({ customerId }, url) =>
    answered(await connect(url).GET('/v1/customers/{customerId}', { params: { path: { customerId } } })),
  updateCustomer: async ({ customerId, body }, url) =>
    answered(
      await connect(url).PUT('/v1/customers/{customerId}', {
        params: { path: { customerId } },
        body: body as Schemas['CustomerUpdate'],
      }),
    ),
  deleteCustomer: async ({ customerId }, url) =>
    answered(await connect(url).DELETE('/v1/customers/{customerId}', { params: { path: { customerId } } })),
  listPaymentInstruments: async ({ customerId }, url) =>
    answered(
      await connect(url).GET('/v1/customers/{customerId}/payment-instruments', {
        params: { path: { customerId } },
      }),
    ),
  deletePaymentInstrument: async ({ customerId, token }, url) =>
    answered(
      await connect(url).DELETE('/v1/customers/{customerId}/payment-instruments/{token}', {
        params: { path: { customerId, token } },
      }),
    ),
  createPayment: async ({ body }, url) =>
    answered(await connect(url).POST('/v1/payments', { body: body as Schemas['PaymentCreate'] })),
  createSession: async ({ body }, url) =>
    answered(await connect(url).POST('/v1/sessions', { body: body as Schemas['SessionCreate'] })),
});
