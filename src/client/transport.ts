/** One request through openapi-fetch; the layer below the resources and below the way out. */
import createClient, { type Client } from 'openapi-fetch';
import { type OperationId, operations } from '../../generated/operations.ts';
import type { paths } from '../../generated/types.ts';
import type { Settings } from './options.ts';
import { pathSegment } from './path.ts';

/** The typed openapi-fetch client: every path, method and status of the contract, without the resources' conveniences. */
export type RawClient = Client<paths>;

export interface TransportRequest {
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, string>>;
  /** The serialised body; absent for none. */
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends one request and resolves with the response as soon as its headers are here; reading the body is the caller's. */
export type Send = (request: TransportRequest, signal: AbortSignal, leaving: () => void) => Promise<Response>;

function builder(settings: Settings): RawClient {
  return createClient<paths>({
    baseUrl: settings.baseUrl,
    fetch: (request) => settings.fetch(request),
    redirect: 'manual',
    headers: { Accept: 'application/json' },
    pathSerializer: (path, values) =>
      path.replace(/\{([^{}]+)\}/g, (_, name: string) => pathSegment(undefined, name, values[name])),
  });
}

/** The way out. It signs last, so that no header of a caller can replace the credentials. */
export function createRawClient(settings: Settings): RawClient {
  const client = builder(settings);
  client.use({
    onRequest({ request }) {
      request.headers.set('Authorization', settings.authorization());
      return request;
    },
  });
  return client;
}

/** Builds a request by openapi-fetch and sends it. A method and a path from one row of the table, which its types cannot see. */
type AnyRequest = (method: string, path: string, init: object) => Promise<unknown>;

export function createSend(settings: Settings): Send {
  const request = builder(settings).request as AnyRequest;
  let empty: Response | undefined;
  return async ({ operation, path, body, headers }, signal, leaving) => {
    let response: Response | undefined;
    await request(operations[operation].method, operations[operation].path, {
      params: { path },
      body,
      bodySerializer: unchanged,
      headers: { ...headers, Authorization: settings.authorization() },
      signal,
      // openapi-fetch would read the body without a limit; it is given an empty answer, and the real one is kept.
      fetch: async (built: Request) => {
        leaving();
        response = await settings.fetch(built);
        empty ??= new Response(null, { status: 204 });
        return empty;
      },
    });
    if (response === undefined) throw new TypeError('fetch resolved without a response');
    return response;
  };
}

function unchanged(text: string): string {
  return text;
}
