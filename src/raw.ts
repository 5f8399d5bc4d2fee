/** `plexo-customers/raw`: the typed openapi-fetch client, for whatever the methods of the client leave out. */
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/types.ts';
import { type ClientOptions, settingsFrom } from './client/options.ts';
import { filledPath } from './client/path.ts';

/** Every path, method and status of the contract, as openapi-fetch types them. */
export type RawClient = Client<paths>;

/** The options of a client that matter to a request of one attempt. */
export type RawClientOptions = Pick<
  ClientOptions,
  'clientId' | 'apiKey' | 'environment' | 'baseUrl' | 'fetch' | 'dangerouslyAllowBrowser'
>;

/**
 * The way out: an openapi-fetch client that is authorized and whose path parameters are guarded, without retries, limits and
 * events. It returns `{ data, error, response }` and rejects only when no response arrives. It signs last, so that no header
 * of a caller can replace the credentials.
 *
 * @param options as for `createPlexoClient`; an object made for that will do.
 * @throws ConfigurationError when an option is missing or cannot work.
 * @example
 * ```ts
 * const raw = createRawClient({ clientId, apiKey, environment: 'testing' });
 * const { data, error } = await raw.GET('/v1/customers/{customerId}', { params: { path: { customerId: 'some-id' } } });
 * console.log(data?.id ?? error?.code);
 * ```
 */
export function createRawClient(options: RawClientOptions): RawClient {
  const { baseUrl, fetch, authorization } = settingsFrom(options);
  const client = createClient<paths>({
    baseUrl,
    redirect: 'manual',
    headers: { Accept: 'application/json' },
    fetch: (request) => fetch(request),
    pathSerializer: (path, values) => filledPath(undefined, path, values),
  });
  client.use({
    onRequest({ request }) {
      request.headers.set('Authorization', authorization());
      return request;
    },
  });
  return client;
}
