/** May a failed attempt be repeated, and after how long? Pure: time and chance come in as values. */
import type { AttemptEnd } from './attempt.ts';

/** Methods whose repetition leaves the server in the same state (RFC 9110, section 9.2.2). */
const IDEMPOTENT = ['get', 'put', 'delete'];

/** Statuses that say "not now": the same request may succeed a moment later. */
const TRANSIENT = [408, 429, 500, 502, 503, 504];

const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;

/** How an attempt failed, as far as repeating it is concerned. */
export type Failure =
  | { readonly kind: 'status'; readonly status: number }
  /** No response; `sent` is false only where the connection was never made, so that the server cannot have seen the request. */
  | { readonly kind: 'lost'; readonly sent: boolean };

/** What repeating might mend; `undefined` for an abort, a deadline that is over, and what would fail the same way again. */
export function failureOf({ response, sent, cut }: AttemptEnd): Failure | undefined {
  if (cut !== undefined) {
    if (cut.kind === 'timeout' ? cut.scope === 'deadline' : cut.kind !== 'failed') return undefined;
    if (response?.ok !== false) return { kind: 'lost', sent };
  }
  return response && { kind: 'status', status: response.status };
}

/** Whether a request that is about to be repeated may already have been carried out. A refusal (4xx) was not. */
export function mayHaveHappened({ response, sent, cut }: AttemptEnd): boolean {
  if (cut !== undefined || response === undefined) return sent;
  return response.status >= 500 || response.status === 408;
}

/** A POST may be repeated only when nothing can have been sent: the API documents no idempotency key. */
export function mayRetry(method: string, failure: Failure): boolean {
  if (failure.kind === 'lost' && !failure.sent) return true;
  return IDEMPOTENT.includes(method) && (failure.kind === 'lost' || TRANSIENT.includes(failure.status));
}

/**
 * How long to wait before the next attempt, in milliseconds.
 *
 * @param retries how many retries were made before, from 0.
 * @param retryAfterMs what the server asked for; it wins, and 0 is a value.
 * @param random a number from 0 to below 1. Full jitter: any wait up to the bound, so that clients do not return together.
 */
export function retryDelay(retries: number, retryAfterMs: number | undefined, random: number): number {
  if (retryAfterMs !== undefined) return retryAfterMs;
  return random * Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** retries);
}

/** An HTTP date in the one form that servers must send (RFC 9110, section 5.6.7). */
const IMF_FIXDATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * `Retry-After` in milliseconds: whole seconds, or an HTTP date (RFC 9110, section 10.2.3); `undefined` for anything else.
 *
 * @param now the current time in milliseconds since the epoch.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1_000;
  if (!IMF_FIXDATE.test(value)) return undefined;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
