/** Calls each operation as it is told and prints what the generated client made of the answer. */
import { readFileSync } from 'node:fs';

export interface Call {
  readonly index: number;
  readonly operation: string;
  readonly customerId: string;
  readonly token: string;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

export type Clients<Name extends string> = Readonly<
  Record<Name, (call: Call, baseUrl: string) => Promise<Answered>>
>;

export const CLIENT_ID = 'codegen';
export const API_KEY = 'not-a-real-key';
export const AUTHORIZATION = `Basic ${btoa(`${CLIENT_ID}:${API_KEY}`)}`;

/** Every operation of the contract: a program that forgets one does not compile. */
export type OperationName =
  | 'createCustomer'
  | 'listCustomers'
  | 'retrieveCustomer'
  | 'updateCustomer'
  | 'deleteCustomer'
  | 'listPaymentInstruments'
  | 'deletePaymentInstrument'
  | 'createPayment'
  | 'createSession';

export async function drive(clients: Clients<OperationName>): Promise<void> {
  const [calls = '', url = ''] = process.argv.slice(2);
  for (const call of JSON.parse(readFileSync(calls, 'utf8')) as readonly Call[]) {
    const client = clients[call.operation as OperationName];
    const answered = await client(call, `${url}/${call.index}`).catch((error: unknown) => ({
      thrown: String(error),
    }));
    console.log(JSON.stringify({ index: call.index, ...answered }));
  }
}
