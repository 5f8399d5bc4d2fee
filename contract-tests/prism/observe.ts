/** The ways in which checks talk to the mock: through the client, observed at its `fetch`, or as a bare request. */
import type { OperationId } from '../../generated/operations.ts';
import {
  captureRequest,
  captureResponse,
  type Exchange,
  type ReceivedResponse,
  type SentRequest,
} from '../../src/contract/exchange.ts';
import {
  type CustomerCreate,
  type CustomerUpdate,
  createPlexoClient,
  type PaymentCreate,
  type PlexoClient,
  type SessionCreate,
} from '../../src/index.ts';

/** Prism takes any credentials of the right form; these name nobody. */
export const CREDENTIALS = { clientId: 'contract-test', apiKey: 'not-a-secret' } as const;
export const AUTHORIZATION = `Basic ${btoa(`${CREDENTIALS.clientId}:${CREDENTIALS.apiKey}`)}`;

/** A mock that stops answering must fail the check, not hang the run. */
const TIMEOUT_MS = 5_000;

export interface Observed {
  readonly exchange: Exchange;
  /** What the method resolved to; absent when it rejected. */
  readonly value?: unknown;
  /** What the method rejected with; absent when it resolved. */
  readonly error?: unknown;
}

type Arguments = Readonly<Record<string, string>>;

/** The client's method for each operation. The bodies are documented examples, typed where they are generated. */
const METHODS: Readonly<
  Record<OperationId, (client: PlexoClient, path: Arguments, body: unknown) => Promise<unknown>>
> = {
  createCustomer: (client, _, body) => client.customers.create(body as CustomerCreate),
  listCustomers: (client) => client.customers.list(),
  retrieveCustomer: (client, { customerId = '' }) => client.customers.retrieve(customerId),
  updateCustomer: (client, { customerId = '' }, body) =>
    client.customers.update(customerId, body as CustomerUpdate),
  deleteCustomer: (client, { customerId = '' }) => client.customers.delete(customerId),
  listPaymentInstruments: (client, { customerId = '' }) => client.paymentInstruments.list(customerId),
  deletePaymentInstrument: (client, { customerId = '', token = '' }) =>
    client.paymentInstruments.delete(customerId, token),
  createPayment: (client, _, body) => client.payments.create(body as PaymentCreate),
  createSession: (client, _, body) => client.sessions.create(body as SessionCreate),
};

/** Calls an operation through the client, asks the mock for one documented answer, and records what crossed the wire. */
export async function throughClient(
  url: string,
  operation: OperationId,
  path: Arguments,
  body: unknown,
  prefer: string | undefined,
): Promise<Observed> {
  let request: SentRequest | undefined;
  let response: ReceivedResponse | undefined;
  const client = createPlexoClient({
    ...CREDENTIALS,
    baseUrl: url,
    // One request, one answer: a retry would hide the answer that is asked for.
    maxRetries: 0,
    fetch: async (input, init) => {
      const sent = new Request(input, init);
      if (prefer !== undefined) sent.headers.set('prefer', prefer);
      request = await captureRequest(sent);
      const received = await fetch(sent, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      response = await captureResponse(received);
      return received;
    },
  });
  const settled: { readonly value?: unknown; readonly error?: unknown } = await METHODS[operation](
    client,
    path,
    body,
  ).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (request === undefined || response === undefined)
    throw settled.error ?? new Error(`${operation} sent nothing`);
  return { exchange: { operation, request, response }, ...settled };
}

/** Sends a request that the client would refuse to send, or that is not the client's to send. */
export async function bare(
  url: string,
  operation: OperationId,
  init: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Arguments;
    readonly body?: string | undefined;
  },
): Promise<Exchange> {
  const sent = new Request(`${url}${init.path}`, {
    method: init.method,
    headers: { ...init.headers },
    body: init.body ?? null,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const request = await captureRequest(sent);
  return { operation, request, response: await captureResponse(await fetch(sent)) };
}
