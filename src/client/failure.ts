/** From the end of the last attempt to the error that a caller gets. */
import type { OperationId } from '../../generated/operations.ts';
import { adviceFor } from './advice.ts';
import { type ApiError, apiErrorClass } from './api-errors.ts';
import type { AttemptEnd } from './attempt.ts';
import type { Interruption } from './deadline.ts';
import {
  AbortedError,
  ConnectionError,
  type Outcome,
  type PlexoError,
  RequestError,
  type ResponseFinding,
  ResponseValidationError,
  TimeoutError,
} from './errors.ts';
import { parseError } from './parse.ts';
import { type Redactor, safeCause } from './redact.ts';
import { parseRetryAfter } from './retry.ts';

/** What the error needs to know of the call. */
export interface CallFacts {
  readonly operation: OperationId;
  readonly write: boolean;
  readonly attempts: number;
  /** An earlier attempt may have been carried out. */
  readonly mayHaveHappened: boolean;
  readonly redact: Redactor;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

interface Base {
  readonly operation: OperationId;
  readonly attempts: number;
  readonly correlationId: string | undefined;
}

export function correlationIdOf(response: Response | undefined, redact: Redactor): string | undefined {
  const id = response?.headers.get('x-correlation-id');
  return id === null || id === undefined || id === '' ? undefined : redact(id).slice(0, 128);
}

export function errorFor(end: Exclude<AttemptEnd, { kind: 'answer' }>, facts: CallFacts): PlexoError {
  const response = end.kind === 'cut' ? end.response : undefined;
  const base = {
    operation: facts.operation,
    attempts: facts.attempts,
    correlationId: correlationIdOf(response, facts.redact),
  };
  if (end.kind === 'unsendable') {
    const cause = safeCause(end.cause, facts.redact);
    return new RequestError(`${facts.operation}: the request cannot be built; nothing was sent`, {
      ...base,
      cause,
    });
  }
  const sent = end.kind === 'cut' || end.sent;
  const outcome =
    end.kind === 'cut' && end.response.ok
      ? 'accepted'
      : sent || facts.mayHaveHappened
        ? 'unknown'
        : 'not_sent';
  return end.why.kind === 'failed'
    ? connectionError(end.why.cause, outcome, base, facts)
    : interruptionError(end.why, outcome, base, facts);
}

function connectionError(thrown: unknown, outcome: Outcome, base: Base, facts: CallFacts): ConnectionError {
  const cause = safeCause(thrown, facts.redact);
  const message = `${facts.operation}: no complete response arrived (${reason(cause)})${ending(outcome, facts)}`;
  return new ConnectionError(message, { ...base, outcome, cause });
}

function interruptionError(why: Interruption, outcome: Outcome, base: Base, facts: CallFacts): PlexoError {
  if (why.kind === 'aborted') {
    return new AbortedError(`${facts.operation} was aborted by the caller${ending(outcome, facts)}`, {
      ...base,
      outcome,
      cause: why.reason,
    });
  }
  const waitingFor = why.phase === 'body' ? 'the rest of the body' : 'a response';
  const limit = `${why.scope === 'attempt' ? 'timeoutMs' : 'deadlineMs'} ${why.limitMs}`;
  const message = `${facts.operation}: time was up while waiting for ${waitingFor} (${limit})${ending(outcome, facts)}`;
  return new TimeoutError(message, {
    ...base,
    outcome,
    phase: why.phase,
    scope: why.scope,
    limitMs: why.limitMs,
  });
}

/** The error of a response whose status is not a success; its body is used as far as it can be read. */
export function apiErrorFor(response: Response, bytes: Uint8Array | undefined, facts: CallFacts): ApiError {
  const { status } = response;
  const body = bytes === undefined ? undefined : parseError(bytes);
  const text = (name: string, limit: number): string | undefined => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' && value !== '' ? facts.redact(value).slice(0, limit) : undefined;
  };
  const code = text('code', 100);
  // A server error says nothing about the change; a refusal does, unless an earlier attempt may have gone through.
  const unknown = facts.write && (status >= 500 || status === 408 || facts.mayHaveHappened);
  const outcome = unknown ? 'unknown' : 'rejected';
  const ErrorClass = apiErrorClass(status);
  return new ErrorClass(
    `${facts.operation} was answered ${status}${code === undefined ? '' : ` (${firstLine(code)})`}${ending(outcome, facts)}`,
    {
      operation: facts.operation,
      attempts: facts.attempts,
      correlationId: correlationIdOf(response, facts.redact),
      outcome,
      status,
      code,
      type: text('type', 100),
      apiMessage: text('message', 1_000),
      retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), facts.now),
    },
  );
}

export function validationError(
  response: Response,
  findings: readonly ResponseFinding[],
  facts: CallFacts,
): ResponseValidationError {
  const [first] = findings;
  const what =
    first === undefined
      ? 'it breaks the contract'
      : `${first.at}: expected ${first.expected}, got ${first.got}`;
  return new ResponseValidationError(`${facts.operation} was answered ${response.status}, but ${what}`, {
    operation: facts.operation,
    attempts: facts.attempts,
    correlationId: correlationIdOf(response, facts.redact),
    outcome: 'accepted',
    status: response.status,
    findings,
  });
}

/** What a caller must know beside the failure: how often it was tried, and what became of a write. */
function ending(outcome: Outcome, { operation, attempts, write }: CallFacts): string {
  const tries = attempts > 1 ? ` after ${attempts} attempts` : '';
  if (outcome === 'not_sent') return `${tries}; nothing was sent`;
  if (outcome === 'accepted') return `${tries}; the server had accepted it`;
  return outcome === 'unknown' && write ? `${tries}${adviceFor(operation)}` : tries;
}

/** Node's fetch says "fetch failed" and keeps the reason in its cause. */
function reason(cause: Error): string {
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  const code: unknown = Reflect.get(inner, 'code');
  return firstLine(inner.message) || (typeof code === 'string' ? code : inner.name);
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}
