/** A proxy that hands everything through and judges what comes back: live traffic between any client and any server. */
import type { ReceivedResponse } from './exchange.ts';
import type { Recording } from './traffic/recording.ts';

export interface ProxyOptions {
  /** Base address of the real server, without a trailing slash. */
  readonly upstream: string;
  /** Gets every exchange after its answer was handed through. */
  readonly onExchange: (recording: Recording) => void;
  /** Limit for the upstream's answer, its body included, in milliseconds; 60,000 when absent. */
  readonly timeoutMs?: number | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** What belongs to one connection and not to the message (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** fetch has taken the coding off, so that these would describe bytes that are no longer there. */
const OF_THE_CODING = ['content-encoding', 'content-length'];

/**
 * The proxy as a web-standard handler.
 *
 * A server that cannot be reached is answered for with 502, one that is too slow with 504 (RFC 9110, sections 15.6.3 and 15.6.5);
 * these two are the proxy's own words and are not judged.
 */
export function createProxy(options: ProxyOptions): (request: Request) => Promise<Response> {
  const { upstream, onExchange, timeoutMs = 60_000 } = options;
  let count = 0;
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const url = `${upstream}${pathname}${search}`;
    const sent = await request.arrayBuffer();
    const headers = without(request.headers, [...HOP_BY_HOP, 'host', 'content-length', 'accept-encoding']);
    const { method } = request;
    let answered: ReceivedResponse & { readonly body: Uint8Array<ArrayBuffer> };
    try {
      const response = await (options.fetch ?? globalThis.fetch)(url, {
        method,
        headers,
        ...(sent.byteLength === 0 ? {} : { body: sent }),
        redirect: 'manual',
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]),
      });
      answered = {
        status: response.status,
        headers: response.headers,
        body: new Uint8Array(await response.arrayBuffer()),
      };
    } catch (error) {
      return failed(error);
    }
    count += 1;
    onExchange({
      place: `exchange ${count}`,
      request: { method, url, headers, body: new TextDecoder().decode(sent) },
      response: answered,
      bodyKept: method !== 'HEAD',
    });
    const { status, body } = answered;
    const bodiless = status === 204 || status === 304 || body.length === 0;
    return new Response(bodiless ? null : body, {
      status,
      headers: without(answered.headers, [...HOP_BY_HOP, ...OF_THE_CODING]),
    });
  };
}

function without(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers(headers);
  for (const name of names) kept.delete(name);
  return kept;
}

function failed(error: unknown): Response {
  const slow = error instanceof Error && error.name === 'TimeoutError';
  const status = slow ? 504 : 502;
  const message = slow
    ? 'the upstream server did not answer in time'
    : 'the upstream server cannot be reached';
  return Response.json({ code: 'proxy', message, type: 'api-error', status }, { status });
}
