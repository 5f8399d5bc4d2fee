/**
 * The server of a plan: it keeps the contract in memory and gives out names between tildes in place of identifiers, so that a
 * whole check can be walked through without sending anything, and its requests come out the same every time.
 */
import { type OperationDescription, operations } from '../../../generated/operations.ts';
import { validators } from '../../../generated/validators.js';
import type { Exchange } from '../exchange.ts';
import { valueAt } from '../pointer.ts';
import { violationsOf } from '../validator.ts';
import { authorization } from './access.ts';
import type { CheckTarget, Credentials } from './options.ts';
import type { Wire, WireRequest } from './wire.ts';

export interface Rehearsal {
  readonly wire: Wire;
  readonly completeSession: NonNullable<CheckTarget['completeSession']>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

type Client = Map<string, { readonly customer: object; readonly instruments: Map<string, object> }>;

export function createRehearsal(credentials: Credentials, other: Credentials | undefined): Rehearsal {
  const clients = new Map<string, Client>([[header(credentials), new Map()]]);
  if (other !== undefined) clients.set(header(other), new Map());
  const sessions = new Map<string, { readonly client: Client; readonly customerId: unknown }>();
  const counts = new Map<string, number>();
  const next = (kind: string): string => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return `~${kind}-${counts.get(kind)}~`;
  };

  const customerAnswer = (request: WireRequest, client: Client, body: object): Answer => {
    const { operation } = request;
    const [, , , customerId = '', , token = ''] = request.path.split('/').map(decoded);
    if (operation === 'listCustomers') {
      return { status: 200, body: [...client.values()].map(({ customer }) => customer) };
    }
    if (operation === 'createCustomer') {
      const id = next('customer');
      const customer = { id, ...body };
      client.set(id, { customer, instruments: new Map() });
      return { status: 201, body: customer };
    }
    const entry = client.get(customerId);
    if (entry === undefined) return error(404);
    const { customer, instruments } = entry;
    switch (operation) {
      case 'retrieveCustomer':
        return { status: 200, body: customer };
      case 'updateCustomer': {
        const updated = { ...customer, ...body };
        client.set(customerId, { customer: updated, instruments });
        return { status: 200, body: updated };
      }
      case 'deleteCustomer':
        client.delete(customerId);
        return { status: 204 };
      case 'listPaymentInstruments':
        return { status: 200, body: [...instruments.values()] };
      default:
        return instruments.delete(token) ? { status: 204 } : error(404);
    }
  };

  const answer = (request: WireRequest): Answer => {
    const entry: OperationDescription = operations[request.operation];
    if (entry.method.toUpperCase() !== request.method) return error(405);
    const client = clients.get(request.headers['authorization'] ?? '');
    if (client === undefined) return error(401);
    const refusal = entry.request === undefined ? undefined : refusedBody(entry.request.schema, request);
    if (refusal !== undefined) return error(refusal);
    const json: unknown = entry.request === undefined ? {} : JSON.parse(request.body ?? '');
    const body = typeof json === 'object' && json !== null ? json : {};
    if (request.operation === 'createPayment') {
      const token = valueAt(body, '/paymentMethod/paymentInstrument/token');
      const held = [...client.values()].some(({ instruments }) => instruments.has(String(token)));
      return held ? { status: 201, body: { id: next('payment'), status: 'approved' } } : error(400);
    }
    if (request.operation === 'createSession') {
      const id = next('session');
      sessions.set(id, { client, customerId: valueAt(body, '/customerId') });
      return { status: 201, body: { id, actions: [{ rel: 'REDIRECT', href: `https://example.com/${id}` }] } };
    }
    return customerAnswer(request, client, body);
  };

  let sent = 0;
  return {
    wire: {
      get sent() {
        return sent;
      },
      async send(request) {
        sent += 1;
        return exchangeOf(request, answer(request));
      },
    },
    async completeSession({ id }) {
      const session = sessions.get(id);
      const entry = session?.client.get(String(session.customerId));
      if (entry === undefined) return false;
      const token = next('token');
      entry.instruments.set(token, { token });
      return true;
    },
  };
}

function header(credentials: Credentials): string {
  return authorization('valid', credentials, undefined)['authorization'] ?? '';
}

function refusedBody(schema: string, { headers, body = '' }: WireRequest): number | undefined {
  if (body === '') return 400;
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return 415;
  try {
    return violationsOf(validators, schema, JSON.parse(body)).length === 0 ? undefined : 400;
  } catch {
    return 400;
  }
}

function error(status: number): Answer {
  return { status, body: { code: 'refused', message: 'Refused.', type: 'invalid-request-error', status } };
}

function exchangeOf(request: WireRequest, { status, body }: Answer): Exchange {
  const headers = new Headers(body === undefined ? {} : { 'content-type': 'application/json' });
  if (status === 401) headers.set('www-authenticate', 'Basic realm="plexo"');
  if (status === 405) headers.set('allow', 'GET');
  const { operation, method, path } = request;
  return {
    operation,
    request: { method, url: path, headers: new Headers(request.headers), body: request.body ?? '' },
    response: {
      status,
      headers,
      body: new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body)),
    },
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
