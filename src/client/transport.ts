/** One request through openapi-fetch; the layer below the resources and below the way out. */
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../generated/types.ts';
import type { Settings } from './options.ts';
import { filledPath } from './path.ts';

/** The typed openapi-fetch client: every path, method and status of the contract, without the resources' conveniences. */
export type RawClient = Client<paths>;

export interface TransportRequest {
  readonly method: string;
  /** The path with its parameters filled in. */
  readonly path: string;
  /** The serialised body; absent for none. */
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends one request and resolves with the response as soon as its headers are here; reading the body is the caller's. */
export type Send = (request: TransportRequest, signal: AbortSignal, leaving: () => void) => Promise<Response>;

/** The way out. It signs last, so that no header of a caller can replace the credentials. */
export function createRawClient(settings: Settings): RawClient {
  const client = createClient<paths>({
    ...optionsFor(settings),
    fetch: (request) => settings.fetch(request),
    pathSerializer: (path, values) => filledPath(undefined, path, values),
  });
  client.use({
    onRequest({ request }) {
      request.headers.set('Authorization', settings.authorization());
      return request;
    },
  });
  return client;
}

function optionsFor({ baseUrl }: Settings) {
  return { baseUrl, redirect: 'manual', headers: { Accept: 'application/json' } } as const;
}

/**
 * What openapi-fetch builds in place of a `Request`. `fetch` makes a Request of its own from whatever it is given, abort
 * signal included, so a ready-made one would be built twice.
 */
class Built {
  readonly url: string;
  readonly init: RequestInit;
  readonly method: string | undefined;
  readonly signal: AbortSignal | null | undefined;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
    this.method = init.method;
    this.signal = init.signal;
  }
}

/** A method and a path from one row of the table, which openapi-fetch's types cannot see. */
type AnyRequest = (method: string, path: string, init: object) => Promise<unknown>;

export function createSend(settings: Settings): Send {
  // openapi-fetch constructs it, hands it to `fetch`, and reads nothing of it but the method.
  const Request = Built as unknown as typeof globalThis.Request;
  const request = createClient<paths>({ ...optionsFor(settings), Request }).request as AnyRequest;
  return async ({ method, path, body, headers }, signal, leaving) => {
    let response: Response | undefined;
    await request(method, path, {
      body,
      bodySerializer: unchanged,
      headers: { ...headers, Authorization: settings.authorization() },
      signal,
      // openapi-fetch would read the body without a limit; it is given an empty answer, and the real one is kept.
      fetch: async ({ url, init }: Built) => {
        leaving();
        response = await settings.fetch(url, init);
        return NOTHING;
      },
    });
    if (response === undefined) throw new TypeError('fetch resolved without a response');
    return response;
  };
}

/** As much of an empty response as openapi-fetch looks at. */
const NOTHING = { status: 204, ok: true, headers: { get: () => null } };

function unchanged(text: string): string {
  return text;
}
