import { type Answered, AUTHORIZATION, drive } from './drive.ts';
import * as generated from './generated/api.ts';

const connect = (baseUrl: string) =>
  new generated.Api({ baseUrl, securityWorker: () => ({ headers: { Authorization: AUTHORIZATION } }) }).v1;

/** An answer outside 2xx is thrown as it is; where a success has no body, the generated client leaves that of a failure unread. */
async function answered(call: Promise<Response & { data: unknown; error: unknown }>): Promise<Answered> {
  const response = await call.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown as Awaited<typeof call>;
    throw thrown;
  });
  const text = response.bodyUsed ? '' : await response.text();
  const body = response.data ?? (text === '' ? undefined : JSON.parse(text));
  return { status: response.status, body: body ?? response.error ?? undefined };
}

await drive({
  createCustomer: ({ body }, url) => answered(connect(url).createCustomer(body as generated.CustomerCreate)),
  listCustomers: (_, url) => answered(connect(url).listCustomers()),
  retrieveCustomer: ({ customerId }, url) => answered(connect(url).retrieveCustomer(customerId)),
  updateCustomer: ({ customerId, body }, url) =>
    answered(connect(url).updateCustomer(customerId, body as generated.CustomerUpdate)),
  deleteCustomer: ({ customerId }, url) => answered(connect(url).deleteCustomer(customerId)),
  listPaymentInstruments: ({ customerId }, url) => answered(connect(url).listPaymentInstruments(customerId)),
  deletePaymentInstrument: ({ customerId, token }, url) =>
    answered(connect(url).deletePaymentInstrument(customerId, token)),
  createPayment: ({ body }, url) => answered(connect(url).createPayment(body as generated.PaymentCreate)),
  createSession: ({ body }, url) => answered(connect(url).createSession(body as generated.SessionCreate)),
});
