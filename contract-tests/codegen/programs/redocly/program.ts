import { type Answered, API_KEY, CLIENT_ID, drive } from './drive.ts';
import * as generated from './generated/client.ts';

const connect = (serverUrl: string) =>
  generated.createClient<generated.Ops>(generated.OPERATIONS, {
    serverUrl,
    auth: { basic: { username: CLIENT_ID, password: API_KEY } },
    errorMode: 'result',
  });

function answered({
  data,
  error,
  response,
}: {
  data: unknown;
  error: unknown;
  response: Response;
}): Answered {
  return { status: response.status, body: data ?? error };
}

await drive({
  createCustomer: async ({ body }, url) =>
    answered(await connect(url).createCustomer({ body: body as generated.CustomerCreate })),
  listCustomers: async (_, url) => answered(await connect(url).listCustomers()),
  retrieveCustomer: async ({ customerId }, url) =>
    answered(await connect(url).retrieveCustomer({ path: { customerId } })),
  updateCustomer: async ({ customerId, body }, url) =>
    answered(
      await connect(url).updateCustomer({ path: { customerId }, body: body as generated.CustomerUpdate }),
    ),
  deleteCustomer: async ({ customerId }, url) =>
    answered(await connect(url).deleteCustomer({ path: { customerId } })),
  listPaymentInstruments: async ({ customerId }, url) =>
    answered(await connect(url).listPaymentInstruments({ path: { customerId } })),
  deletePaymentInstrument: async ({ customerId, token }, url) =>
    answered(await connect(url).deletePaymentInstrument({ path: { customerId, token } })),
  createPayment: async ({ body }, url) =>
    answered(await connect(url).createPayment({ body: body as generated.PaymentCreate })),
  createSession: async ({ body }, url) =>
    answered(await connect(url).createSession({ body: body as generated.SessionCreate })),
});
