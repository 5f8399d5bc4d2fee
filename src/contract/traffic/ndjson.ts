/**
 * Recorded traffic with one exchange on a line, the form that `plexo-customers proxy --record` writes:
 * `{"request":{"method","url","headers","body"},"response":{"status","headers","body"}}`; a body is text, or
 * `{"base64":"..."}` where it is no UTF-8.
 */
import {
  bytesOfBase64,
  headersOf,
  objectAt,
  type Recording,
  statusAt,
  stringAt,
  TrafficError,
  urlAt,
} from './recording.ts';

/**
 * @param text the whole file; empty lines are passed over.
 * @throws TrafficError that names the line and the member.
 */
export function parseNdjson(text: string): readonly Recording[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [lineOf(line, `line ${index + 1}`)]))
    .filter(({ response }) => response.status !== 0);
}

/** @returns one line without its end. */
export function ndjsonLine({ request, response }: Pick<Recording, 'request' | 'response'>): string {
  const { method, url, headers, body } = request;
  return JSON.stringify({
    request: { method, url, headers: Object.fromEntries(headers), body },
    response: {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: written(response.body),
    },
  });
}

function lineOf(line: string, place: string): Recording {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new TrafficError(`${place} is not JSON: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  const exchange = objectAt(value, place);
  const request = objectAt(exchange['request'], `${place}: request`);
  const response = objectAt(exchange['response'], `${place}: response`);
  const { body } = response;
  return {
    place,
    request: {
      method: stringAt(request['method'], `${place}: request.method`).toUpperCase(),
      url: urlAt(request['url'], `${place}: request.url`),
      headers: headersOf(pairsOf(request['headers'], `${place}: request.headers`)),
      body: request['body'] === undefined ? '' : stringAt(request['body'], `${place}: request.body`),
    },
    response: {
      status: statusAt(response['status'], `${place}: response.status`),
      headers: headersOf(pairsOf(response['headers'], `${place}: response.headers`)),
      body: bodyOf(body, `${place}: response.body`),
    },
    bodyKept: body !== undefined && body !== null,
  };
}

function* pairsOf(value: unknown, place: string): Generator<readonly [string, string]> {
  for (const [name, given] of Object.entries(objectAt(value ?? {}, place))) {
    for (const one of [given].flat()) yield [name, stringAt(one, `${place}.${name}`)];
  }
}

function bodyOf(body: unknown, place: string): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === 'string') return new TextEncoder().encode(body);
  return bytesOfBase64(stringAt(objectAt(body, place)['base64'], `${place}.base64`), `${place}.base64`);
}

function written(body: Uint8Array): string | { readonly base64: string } {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return { base64: btoa(Array.from(body, (byte) => String.fromCharCode(byte)).join('')) };
  }
}
