/** One logical call: attempts around the transport, until there is a value or an error. It never rejects. */
import type { OperationId } from '../../generated/operations.ts';
import { type AttemptEnd, runAttempt } from './attempt.ts';
import { type Clock, createDeadline } from './deadline.ts';
import { isPlexoError } from './errors.ts';
import { correlationIdOf, errorFor, validationError } from './failure.ts';
import type { Limits, RequestOptions, Settings } from './options.ts';
import { type Prepared, prepared } from './prepare.ts';
import { CallRecord } from './record.ts';
import { redactedBody, redactedPath } from './redact.ts';
import type { Result } from './result.ts';
import { failureOf, mayHaveHappened, mayRetry, parseRetryAfter, retryDelay } from './retry.ts';
import { readSuccess } from './success.ts';
import type { Send } from './transport.ts';

export interface CallRequest {
  readonly operation: OperationId;
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  readonly options?: RequestOptions | undefined;
}

/** Performs an operation; resolves to what it came to. */
export type Perform = <Value>(request: CallRequest) => Promise<Result<Value>>;

/** Where time and chance come from; the platform's in production. */
export interface Surroundings {
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
}

export function createPerform(send: Send, settings: Settings, surroundings: Surroundings): Perform {
  const { clock, random } = surroundings;

  return async <Value>(given: CallRequest): Promise<Result<Value>> => {
    const call = new CallRecord(given, settings, clock);
    const result = await begin(call, given);
    // The contract's types describe the parsed body; the contract suite proves that they agree.
    return result as Result<Value>;
  };

  async function begin(call: CallRecord, given: CallRequest): Promise<Result<unknown>> {
    let ready: Prepared;
    try {
      ready = prepared(given, call.route, settings);
    } catch (error) {
      if (isPlexoError(error)) return call.failed(error);
      throw error;
    }
    call.text = ready.request.body;
    return attemptUntilDone(call, given, ready);
  }

  async function attemptUntilDone(
    call: CallRecord,
    { path = {}, options: { signal } = {} }: CallRequest,
    { request, limits }: Prepared,
  ): Promise<Result<unknown>> {
    const { operation, route } = call;
    const failed = (end: AttemptEnd) => call.failed(errorFor(end, call, clock.now()));
    const deadline = createDeadline(limits.deadlineMs, signal, clock);
    if (signal?.aborted) return failed({ sent: false, cut: { kind: 'aborted', reason: signal.reason } });
    for (;;) {
      const started = clock.now();
      call.attempts += 1;
      call.tell('request', () => ({
        parameters: redactedPath(operation, path),
        body: redactedBody(operation, call.sentBody()),
      }));
      const end = await runAttempt(send, request, deadline, limits);
      const { response, bytes } = end;
      call.response = response;
      if (response !== undefined && bytes !== undefined) {
        const { status, ok } = response;
        call.tell('response', () => ({
          status,
          correlationId: correlationIdOf(response, call.redact),
          elapsedMs: clock.now() - started,
        }));
        if (ok) return finished(call, response, bytes);
        // After a lost answer, "not found" is what a delete that had worked looks like.
        if (status === 404 && route.method === 'delete' && call.mayHaveHappened)
          return call.succeeded(undefined, true);
      }
      const delayMs = delayBeforeRetry(call, end, limits);
      if (delayMs === undefined || !deadline.fits(delayMs)) return failed(end);
      call.mayHaveHappened ||= mayHaveHappened(end);
      call.tell('retry', () => ({ reason: end.cut?.kind ?? String(response?.status), delayMs }));
      const interruption = await deadline.wait(delayMs);
      if (interruption !== undefined) return failed({ sent: false, cut: interruption });
    }
  }

  /** The wait before a repetition; `undefined` when there must be none. */
  function delayBeforeRetry(call: CallRecord, end: AttemptEnd, limits: Limits): number | undefined {
    const failure = failureOf(end);
    if (call.attempts > limits.maxRetries || !failure || !mayRetry(call.route.method, failure))
      return undefined;
    const header = end.cut === undefined ? end.response?.headers.get('retry-after') : null;
    return retryDelay(call.attempts - 1, parseRetryAfter(header ?? null, clock.now()), random());
  }

  function finished(call: CallRecord, response: Response, bytes: Uint8Array): Result<unknown> {
    const { value, acceptable, findings } = readSuccess(call, response, bytes, settings.validation);
    if (!acceptable) return call.failed(validationError(response, findings, call));
    if (findings.length > 0) call.tell('drift', () => ({ status: response.status, findings }));
    return call.succeeded(value);
  }
}
