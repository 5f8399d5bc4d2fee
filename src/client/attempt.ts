/** One attempt: a request goes out, a response is read, and whatever happens is told as a value. */
import { readBody } from './body.ts';
import type { Deadline, Interruption } from './deadline.ts';
import type { Limits } from './options.ts';
import type { Send, TransportRequest } from './transport.ts';

/** Why there is no whole response. */
export type Cut =
  | Interruption
  /** `unsendable`: the request could not be built. */
  | { readonly kind: 'failed' | 'unsendable'; readonly cause: unknown }
  | { readonly kind: 'oversized'; readonly limitBytes: number };

export interface AttemptEnd {
  /** Absent where no headers came. */
  readonly response?: Response | undefined;
  /** The whole body; absent where it was not read to its end. */
  readonly bytes?: Uint8Array | undefined;
  /** False only where the server cannot have seen the request. */
  readonly sent: boolean;
  /** Absent where the whole response is here. */
  readonly cut?: Cut | undefined;
}

export async function runAttempt(
  send: Send,
  request: TransportRequest,
  deadline: Deadline,
  { timeoutMs, maxBodyBytes }: Limits,
): Promise<AttemptEnd> {
  const attempt = deadline.attempt(timeoutMs);
  let response: Response | undefined;
  let sent = false;
  const interrupted = (cut: Interruption): AttemptEnd => ({ response, sent, cut });
  const exchange = async (): Promise<AttemptEnd> => {
    try {
      response = await send(request, attempt.signal, () => {
        sent = true;
      });
      attempt.reading();
      const bytes = await readBody(response, maxBodyBytes);
      return bytes === undefined
        ? { response, sent, cut: { kind: 'oversized', limitBytes: maxBodyBytes } }
        : { response, sent, bytes };
    } catch (cause) {
      // A response proves that the request arrived, whatever the failure after it looks like.
      const arrived = response !== undefined || (sent && !neverConnected(cause));
      return { response, sent: arrived, cut: { kind: sent ? 'failed' : 'unsendable', cause } };
    }
  };
  try {
    if (attempt.signal.aborted) return interrupted(await attempt.interrupted);
    // The interruption wins over the rejection that it causes, because it was there first.
    return await Promise.race([exchange(), attempt.interrupted.then(interrupted)]);
  } finally {
    attempt.done();
  }
}

/** Failures before a connection stood: name resolution, connecting, the TLS handshake. No request can have been sent. */
const NEVER_CONNECTED =
  'ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH EADDRNOTAVAIL UND_ERR_CONNECT_TIMEOUT ' +
  'ERR_TLS_CERT_ALTNAME_INVALID CERT_HAS_EXPIRED DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN ' +
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT_LOCALLY';

/** An unreachable host ends an open connection with the same code, in a `read` or a `write` instead of in `connect`. */
function neverConnected(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { code, syscall, cause: inner }: { code?: unknown; syscall?: unknown; cause?: unknown } = cause;
  if (syscall === 'read' || syscall === 'write') return false;
  return NEVER_CONNECTED.split(' ').some((known) => known === code) || neverConnected(inner);
}
