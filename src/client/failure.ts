/** From the end of the last attempt to the error that a caller gets. */
import type { OperationId } from '../../generated/operations.ts';
import { adviceFor } from './advice.ts';
import { apiErrorClass } from './api-errors.ts';
import type { AttemptEnd } from './attempt.ts';
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
import { parseJson } from './parse.ts';
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
}

export function correlationIdOf(response: Response | undefined, redact: Redactor): string | undefined {
  const id = response?.headers.get('x-correlation-id');
  return id ? redact(id).slice(0, 128) : undefined;
}

/** What every error says of the call that it ended. */
function commonTo({ operation, attempts, redact }: CallFacts, response: Response | undefined) {
  return { operation, attempts, correlationId: correlationIdOf(response, redact) };
}

/** @param now milliseconds since the epoch. */
export function errorFor(end: AttemptEnd, call: CallFacts, now: number): PlexoError {
  const { response, cut } = end;
  // The status is known, whatever became of the body: it says more than the reason why the body is missing.
  if (response !== undefined && (cut === undefined || (!response.ok && cut.kind !== 'aborted')))
    return apiError(response, end.bytes, call, now);

  const { operation, redact } = call;
  const common = commonTo(call, response);
  const outcome = response?.ok ? 'accepted' : end.sent || call.mayHaveHappened ? 'unknown' : 'not_sent';
  const told = (what: string): string => `${operation}${what}${ending(outcome, call)}`;
  switch (cut?.kind) {
    case 'aborted':
      return new AbortedError(told(' was aborted by the caller'), { ...common, outcome, cause: cut.reason });
    case 'timeout': {
      const { kind, ...timing } = cut;
      const waitingFor = cut.phase === 'body' ? 'the rest of the body' : 'a response';
      const limit = `${cut.scope === 'attempt' ? 'timeoutMs' : 'deadlineMs'} ${cut.limitMs}`;
      const message = told(`: time was up while waiting for ${waitingFor} (${limit})`);
      return new TimeoutError(message, { ...common, ...timing, outcome });
    }
    case 'oversized': {
      const expected = `at most ${cut.limitBytes} bytes`;
      // Only a success gets here, so there is a response.
      const tooLarge = { rule: 'body-size', spec: '', at: 'body', expected, got: 'more' };
      return validationError(response as Response, [tooLarge], call);
    }
    case 'unsendable': {
      const message = `${operation}: the request cannot be built; nothing was sent`;
      return new RequestError(message, { ...common, cause: safeCause(cut.cause, redact) });
    }
    default: {
      const cause = safeCause(cut?.cause, redact);
      const message = told(`: no complete response arrived (${reason(cause)})`);
      return new ConnectionError(message, { ...common, outcome, cause });
    }
  }
}

/** The error of a response whose status is not a success; its body is used as far as it can be read. */
function apiError(
  response: Response,
  bytes: Uint8Array | undefined,
  call: CallFacts,
  now: number,
): PlexoError {
  const { status } = response;
  const body = bytes && parseJson(bytes);
  const text = (name: string, limit: number): string | undefined => {
    const value: unknown = Reflect.get(Object(body), name);
    return typeof value === 'string' && value ? call.redact(value).slice(0, limit) : undefined;
  };
  const code = text('code', 100);
  // A server error says nothing about the change; a refusal does, unless an earlier attempt may have gone through.
  const unknown = call.write && (status >= 500 || status === 408 || call.mayHaveHappened);
  const outcome = unknown ? 'unknown' : 'rejected';
  const reasonGiven = code === undefined ? '' : ` (${firstLine(code)})`;
  const ErrorClass = apiErrorClass(status);
  return new ErrorClass(`${call.operation} was answered ${status}${reasonGiven}${ending(outcome, call)}`, {
    ...commonTo(call, response),
    outcome,
    status,
    code,
    type: text('type', 100),
    apiMessage: text('message', 1_000),
    retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), now),
  });
}

/** The error of a success that is not what the contract says; there is at least one finding. */
export function validationError(
  response: Response,
  findings: readonly ResponseFinding[],
  call: CallFacts,
): ResponseValidationError {
  const { status } = response;
  const [first] = findings;
  const what = `${first?.at}: expected ${first?.expected}, got ${first?.got}`;
  return new ResponseValidationError(`${call.operation} was answered ${status}, but ${what}`, {
    ...commonTo(call, response),
    outcome: 'accepted',
    status,
    findings,
  });
}

/** What a caller must know beside the failure: how often it was tried, and what became of a write. */
function ending(outcome: Outcome, { operation, attempts }: CallFacts): string {
  const tries = attempts > 1 ? ` after ${attempts} attempts` : '';
  if (outcome === 'not_sent') return `${tries}; nothing was sent`;
  if (outcome === 'accepted') return `${tries}; the server had accepted it`;
  return outcome === 'unknown' ? `${tries}${adviceFor(operation)}` : tries;
}

/** Node's fetch says "fetch failed" and keeps the reason in its cause. */
function reason(cause: Error): string {
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  return firstLine(inner.message) || String(Reflect.get(inner, 'code') ?? inner.name);
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').slice(0, 200);
}
