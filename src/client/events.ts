/** What a client tells about its calls, redacted, for logs and traces. Silent unless a listener is given. */
import type { OperationId } from '../../generated/operations.ts';
import type { PlexoError, ResponseFinding } from './errors.ts';

/** What every event says. */
export interface CallEvent {
  /** The operation's id in the contract. */
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
  /** HTTP status of the response. */
  readonly status: number;
  /** `x-correlation-id` of the response, where the server sent one. */
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
  /** Its `toJSON()` is meant for logs. */
  readonly error: PlexoError;
  /** Time of the whole call in milliseconds. */
  readonly elapsedMs: number;
}

/** A response that was handed over is not what the contract says. */
export interface DriftEvent extends CallEvent {
  /** HTTP status of the response. */
  readonly status: number;
  /** What is wrong with it, the values left out. */
  readonly findings: readonly ResponseFinding[];
}

/** Listeners of a client, each called at once and redacted. What a listener throws is dropped: observers observe. */
export interface ClientEvents {
  /** Before each attempt. */
  readonly request?: ((event: RequestEvent) => void) | undefined;
  /** After each response, whatever its status. */
  readonly response?: ((event: ResponseEvent) => void) | undefined;
  /** Before the wait for the next attempt. */
  readonly retry?: ((event: RetryEvent) => void) | undefined;
  /** Once, when a call fails for good. */
  readonly error?: ((event: ErrorEvent) => void) | undefined;
  /** When validation found a breach in a response that is handed over all the same. */
  readonly drift?: ((event: DriftEvent) => void) | undefined;
}
