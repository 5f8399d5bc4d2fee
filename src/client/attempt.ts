/** One attempt: a request goes out, a response is read, and whatever happens is told as a value. */
import { BodyTooLarge, readBody } from './body.ts';
import type { Deadline, Interruption } from './deadline.ts';
import type { Limits } from './options.ts';
import type { Send, TransportRequest } from './transport.ts';

export type AttemptEnd =
  /** A response; `bytes` is absent where its body could not be read, with `why`. */
  | { readonly kind: 'answer'; readonly response: Response; readonly bytes: Uint8Array }
  /** Headers came, the body did not come whole. */
  | {
      readonly kind: 'cut';
      readonly response: Response;
      readonly why: Interruption | { readonly kind: 'failed'; readonly cause: unknown };
    }
  /** No response. `sent` is false only where the server cannot have seen the request. */
  | {
      readonly kind: 'lost';
      readonly sent: boolean;
      readonly why: Interruption | { readonly kind: 'failed'; readonly cause: unknown };
    }
  /** The request could not be built. */
  | { readonly kind: 'unsendable'; readonly cause: unknown };

export async function runAttempt(
  send: Send,
  request: TransportRequest,
  deadline: Deadline,
  { timeoutMs, maxBodyBytes }: Limits,
): Promise<AttemptEnd> {
  const attempt = deadline.attempt(timeoutMs);
  let response: Response | undefined;
  let left = false;
  const ended = (why: Interruption | { readonly kind: 'failed'; readonly cause: unknown }): AttemptEnd => {
    if (response !== undefined) return { kind: 'cut', response, why };
    if (why.kind === 'failed' && !left) return { kind: 'unsendable', cause: why.cause };
    return { kind: 'lost', sent: left && !(why.kind === 'failed' && neverConnected(why.cause)), why };
  };
  const exchange = async (): Promise<AttemptEnd> => {
    try {
      response = await send(request, attempt.signal, () => {
        left = true;
      });
      attempt.reading();
      return { kind: 'answer', response, bytes: await readBody(response, maxBodyBytes) };
    } catch (cause) {
      return ended({ kind: 'failed', cause });
    }
  };
  try {
    if (attempt.signal.aborted) return ended(await attempt.interrupted);
    // The interruption wins over the rejection that it causes, because it was there first.
    return await Promise.race([exchange(), attempt.interrupted.then(ended)]);
  } finally {
    attempt.done();
  }
}

/** Failures before a connection stood: name resolution, connecting, the TLS handshake. No request can have been sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

/** An unreachable host ends an open connection with the same code, in a `read` or a `write` instead of in `connect`. */
function neverConnected(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code: unknown = Reflect.get(cause, 'code');
  const syscall: unknown = Reflect.get(cause, 'syscall');
  if (syscall === 'read' || syscall === 'write') return false;
  return (typeof code === 'string' && NEVER_CONNECTED.has(code)) || neverConnected(cause.cause);
}

/** Whether a body was refused for its size. */
export function tooLarge(
  why: Extract<AttemptEnd, { kind: 'cut' }>['why'],
): why is { kind: 'failed'; cause: BodyTooLarge } {
  return why.kind === 'failed' && why.cause instanceof BodyTooLarge;
}
