/** What a client tells about its calls, redacted, for logs and traces. Silent unless a listener is given. */
import type { OperationId } from '../../generated/operations.ts';
import type { PlexoError, ResponseFinding } from './errors.ts';

/** What every event says. */
export interface CallEvent {
  readonly operation: OperationId;
  /** HTTP method in capitals. */
  readonly method: string;
  /** The path with its parameters' names in it. */
  readonly path: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/** A request is about to be sent. */
export interface RequestEvent extends CallEvent {
  /** Path parameters; masked where the contract marks them as sensitive. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The body with everything masked that the contract does not describe as harmless; absent when there is none. */
  readonly body?: unknown;
}

/** A response arrived, whatever its status. */
export interface ResponseEvent extends CallEvent {
  readonly status: number;
  readonly correlationId: string | undefined;
  /** Time of this attempt in milliseconds, body included. */
  readonly elapsedMs: number;
}

/** The attempt failed and will be repeated. */
export interface RetryEvent extends CallEvent {
  /** A status, or the words of the failure. */
  readonly reason: string;
  /** Wait before the next attempt in milliseconds. */
  readonly delayMs: number;
}

/** The call failed; the same error is what the method rejects with. */
export interface ErrorEvent extends CallEvent {
  readonly error: PlexoError;
  /** Time of the whole call in milliseconds. */
  readonly elapsedMs: number;
}

/** A response that was handed over is not what the contract says. */
export interface DriftEvent extends CallEvent {
  readonly status: number;
  readonly findings: readonly ResponseFinding[];
}

export interface ClientEvents {
  readonly request?: ((event: RequestEvent) => void) | undefined;
  readonly response?: ((event: ResponseEvent) => void) | undefined;
  readonly retry?: ((event: RetryEvent) => void) | undefined;
  readonly error?: ((event: ErrorEvent) => void) | undefined;
  readonly drift?: ((event: DriftEvent) => void) | undefined;
}
