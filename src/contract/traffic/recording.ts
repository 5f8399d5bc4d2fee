/** Recorded traffic: exchanges that somebody else had, as far as the recording kept them. */
import type { ReceivedResponse, SentRequest } from '../exchange.ts';

export interface Recording {
  /** Where it stands in the recording: `entry 3`, `line 7`. */
  readonly place: string;
  readonly request: SentRequest;
  readonly response: ReceivedResponse;
  /** False where the recorder dropped the body of the response, so that nothing can be said about it. */
  readonly bodyKept: boolean;
}

/** The recording cannot be read; the message names the place and says what is wrong there. */
export class TrafficError extends Error {
  override readonly name = 'TrafficError';
}

/** A JSON object, or an error that names its place. */
export function objectAt(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TrafficError(`${place} must be an object, got ${kindOf(value)}`);
  }
  return Object.fromEntries(Object.entries(value));
}

export function stringAt(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new TrafficError(`${place} must be a string, got ${kindOf(value)}`);
  return value;
}

/** A status of HTTP, or 0 for a request that got no answer. */
export function statusAt(value: unknown, place: string): number {
  const status = typeof value === 'number' && Number.isInteger(value) ? value : -1;
  if (status !== 0 && (status < 100 || status > 599)) {
    throw new TrafficError(`${place} must be a status from 100 to 599, got ${JSON.stringify(value)}`);
  }
  return status;
}

export function urlAt(value: unknown, place: string): string {
  const url = stringAt(value, place);
  if (!URL.canParse(url))
    throw new TrafficError(`${place} must be an absolute URL, got ${JSON.stringify(url)}`);
  return url;
}

/** Pairs of a header's name and value; those that cannot be headers (`:authority` of HTTP/2) are passed over. */
export function headersOf(pairs: Iterable<readonly [string, string]>): Headers {
  const headers = new Headers();
  for (const [name, value] of pairs) {
    if (/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
      headers.append(name, value.replaceAll(/[^\t\u0020-\u00ff]/g, '?'));
  }
  return headers;
}

/** Base64 as bytes. */
export function bytesOfBase64(text: string, place: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new TrafficError(`${place} is not base64`, { cause });
  }
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
}
