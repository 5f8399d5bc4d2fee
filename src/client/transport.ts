/**
 * One request on its way. It is built by the functions from which openapi-fetch builds its own requests, and not by the client
 * that openapi-fetch makes of them: that one reads every body to the end, whatever its size, and builds a Request that `fetch`
 * would build a second time. Who wants that client has it at `plexo-customers/raw`, with the same guard and credentials.
 */
import { createFinalURL, mergeHeaders } from 'openapi-fetch';
import type { OperationId } from '../../generated/operations.ts';
import type { Settings } from './options.ts';
import { filledPath } from './path.ts';

export interface TransportRequest {
  readonly method: string;
  readonly url: string;
  /** The serialised body; absent for none. */
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends one request and resolves with the response as soon as its headers are here; reading the body is the caller's. */
export type Send = (request: TransportRequest, signal: AbortSignal, leaving: () => void) => Promise<Response>;

/**
 * The address of a path of the contract, its parameters filled in.
 *
 * @throws RequestError as `pathSegment` does.
 */
export function urlOf(
  baseUrl: string,
  operation: OperationId,
  path: string,
  values: Readonly<Record<string, string>>,
): string {
  return createFinalURL(path, {
    baseUrl,
    params: { path: values },
    // The contract describes no query.
    querySerializer: () => '',
    pathSerializer: (address) => filledPath(operation, address, values),
  });
}

export function createSend({ fetch, authorization }: Settings): Send {
  return async ({ method, url, body, headers }, signal, leaving) => {
    const json = 'application/json';
    const merged = mergeHeaders({ 'Content-Type': body && json, Accept: json }, headers, {
      // The last one counts, so that no header of a caller can replace the credentials.
      Authorization: authorization(),
    });
    leaving();
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: merged,
      body: body ?? null,
      redirect: 'manual',
      signal,
    });
    if (response === undefined) throw new TypeError('fetch resolved without a response');
    return response;
  };
}
