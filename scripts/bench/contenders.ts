/** The same call through each client: one customer is read from the loopback server. */
import createClient from 'openapi-fetch';
import type { paths } from '../../generated/types.ts';
import { createPlexoClient, type PlexoClient } from '../../src/index.ts';
import { contractValidation } from '../../src/validation.ts';
import type { Contender } from './rounds.ts';

export const BARE = 'bare fetch + json()';
export const OURS = 'plexo-customers';
export const OURS_STRICT = 'plexo-customers, strict validation';
/** Those that retry, time out and raise typed errors, as ours does. */
export const FULL_SDKS = ['stripe (fetch client)', 'modern-treasury (Stainless)'] as const;

/** As much of the peers as is used; each is called as its own documentation shows. */
export interface Peers {
  readonly ky: {
    extend(options: object): { get(url: string): { json(): Promise<unknown> } };
  };
  readonly ModernTreasury: new (
    options: object,
  ) => { readonly counterparties: { retrieve(id: string): Promise<unknown> } };
  readonly Stripe: {
    new (key: string, options: object): { readonly customers: { retrieve(id: string): Promise<unknown> } };
    createFetchHttpClient(): object;
  };
}

const ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const HEADERS = { Accept: 'application/json', Authorization: `Basic ${btoa('client:key')}` };

export function strictClient(baseUrl: string): PlexoClient {
  return createPlexoClient({ clientId: 'client', apiKey: 'key', baseUrl, validation: contractValidation() });
}

export function contenders(baseUrl: string, peers: Peers | undefined): readonly Contender[] {
  const raw = createClient<paths>({ baseUrl, headers: HEADERS });
  const plain = createPlexoClient({ clientId: 'client', apiKey: 'key', baseUrl });
  const strict = strictClient(baseUrl);
  const path = { customerId: ID };
  return [
    {
      name: BARE,
      call: () =>
        fetch(`${baseUrl}/v1/customers/${ID}`, { headers: HEADERS }).then((response) => response.json()),
    },
    {
      name: 'openapi-fetch',
      call: () => raw.GET('/v1/customers/{customerId}', { params: { path } }).then(({ data }) => data),
    },
    { name: OURS, call: () => plain.customers.retrieve(ID) },
    { name: OURS_STRICT, call: () => strict.customers.retrieve(ID) },
    ...(peers === undefined ? [] : peerContenders(baseUrl, peers)),
  ];
}

function peerContenders(baseUrl: string, { ky, ModernTreasury, Stripe }: Peers): readonly Contender[] {
  const { hostname, port } = new URL(baseUrl);
  const [stripeName, treasuryName] = FULL_SDKS;
  const http = ky.extend({ headers: HEADERS });
  const treasury = new ModernTreasury({ apiKey: 'key', organizationID: 'client', baseURL: baseUrl });
  const stripe = new Stripe('sk_test_key', {
    host: hostname,
    port,
    protocol: 'http',
    httpClient: Stripe.createFetchHttpClient(),
    telemetry: false,
  });
  return [
    { name: 'ky', call: () => http.get(`${baseUrl}/v1/customers/${ID}`).json() },
    { name: stripeName, call: () => stripe.customers.retrieve(ID) },
    { name: treasuryName, call: () => treasury.counterparties.retrieve(ID) },
  ];
}
