/** From a caller's arguments to the request that every attempt of the call sends, or to the refusal to send it. */
import type { Route } from '../../generated/routes.ts';
import { RequestError } from './errors.ts';
import { checkedHeaders } from './headers.ts';
import type { CallRequest } from './invoke.ts';
import { type Limits, limitsFrom, type Settings } from './options.ts';
import { type TransportRequest, urlOf } from './transport.ts';

export interface Prepared {
  readonly limits: Limits;
  readonly request: TransportRequest;
}

/** @throws RequestError that names what cannot be sent; nothing was sent. */
export function prepared(
  { operation, path = {}, body, options = {} }: CallRequest,
  route: Route,
  settings: Settings,
): Prepared {
  const refuse = (message: string): Error =>
    new RequestError(`${operation}: ${message}; nothing was sent`, { operation });
  const limits = limitsFrom(options, settings.limits, refuse);
  const text = route.body && serialised(body, refuse);
  const url = urlOf(settings.baseUrl, operation, route.path, path);
  const headers = checkedHeaders(options.headers, refuse);
  return { limits, request: { method: route.method, url, body: text, headers } };
}

/** @throws what `refuse` makes of the message, where a body is missing or cannot be JSON. */
function serialised(body: unknown, refuse: (message: string) => Error): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch {
    throw refuse('the body cannot be written as JSON (a cycle or a bigint)');
  }
  if (text === undefined) throw refuse('the body is missing');
  return text;
}
