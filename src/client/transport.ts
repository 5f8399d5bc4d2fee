/** One request and its response through openapi-fetch; the layer below the resources and below the way out. */
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { type OperationId, operations } from '../../generated/operations.ts';
import type { paths } from '../../generated/types.ts';
import { ConnectionError } from './errors.ts';
import type { RequestOptions, Settings } from './options.ts';
import { pathSegment } from './path.ts';

/** The typed openapi-fetch client: every path, method and status of the contract, without the resources' conveniences. */
export type RawClient = Client<paths>;

export interface TransportRequest {
  readonly operation: OperationId;
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly options?: RequestOptions | undefined;
}

export interface TransportResponse {
  readonly response: Response;
  /** A success's body as text; `undefined` when there was none. */
  readonly text: string | undefined;
  /** An error's body: parsed where it was JSON, the text otherwise, `undefined` when there was none. */
  readonly error: unknown;
}

export type Send = (request: TransportRequest) => Promise<TransportResponse>;

export function createRawClient(settings: Settings): RawClient {
  const client = createClient<paths>({
    baseUrl: settings.baseUrl,
    fetch: (request) => settings.fetch(request),
    redirect: 'manual',
    headers: { Accept: 'application/json' },
    pathSerializer: (path, values) =>
      path.replace(/\{([^{}]+)\}/g, (_, name: string) => pathSegment(undefined, name, values[name])),
  });
  client.use(authorize(settings));
  return client;
}

/** Signs last, so that neither a caller's header nor an object that could be printed ever holds the credentials. */
function authorize(settings: Settings): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set('Authorization', settings.authorization());
      return request;
    },
  };
}

export function createSend(raw: RawClient): Send {
  return async ({ operation, path = {}, body, options = {} }) => {
    const described = operations[operation];
    for (const [name, value] of Object.entries(path)) pathSegment(operation, name, value);
    const init = {
      params: { path },
      body,
      headers: options.headers ?? {},
      signal: options.signal ?? null,
      parseAs: 'text',
    };
    try {
      // The operation's method and path come from one row of the table, which openapi-fetch's types cannot see.
      const request = raw.request as (method: string, path: string, init: object) => Promise<RawResult>;
      const { response, data, error } = await request(described.method, described.path, init);
      return { response, text: data === '' ? undefined : data, error };
    } catch (cause) {
      throw new ConnectionError(`${operation}: no complete response arrived (${reasonOf(cause)})`, {
        operation,
        cause,
      });
    }
  };
}

interface RawResult {
  readonly response: Response;
  readonly data?: string;
  readonly error?: unknown;
}

/** Node's fetch says "fetch failed" and hides the reason in `cause`. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message || cause.message : cause.message;
}
