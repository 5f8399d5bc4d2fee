/** One logical call: attempts around the transport, until there is a value or an error. It never rejects. */
import { type AttemptEnd, runAttempt } from './attempt.ts';
import { type Clock, createDeadline } from './deadline.ts';
import { isPlexoError } from './errors.ts';
import { correlationIdOf, errorFor, validationError } from './failure.ts';
import type { CallRequest } from './invoke.ts';
import type { Settings } from './options.ts';
import { type Prepared, prepared } from './prepare.ts';
import { type CallRecord, openRecord } from './record.ts';
import { redactedBody, redactedPath } from './redact.ts';
import type { Result } from './result.ts';
import { failureOf, mayHaveHappened, mayRetry, parseRetryAfter, retryDelay } from './retry.ts';
import { readSuccess } from './success.ts';
import type { Send } from './transport.ts';

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

  async function perform(given: CallRequest): Promise<Result<unknown>> {
    const { operation, path = {}, options: { signal } = {} } = given;
    const call = openRecord(given, settings, clock);
    const { route, failed } = call;
    let ready: Prepared;
    try {
      ready = prepared(given, route, settings);
    } catch (error) {
      if (isPlexoError(error)) return failed(error);
      throw error;
    }
    const { request, limits } = ready;
    const ended = (end: AttemptEnd) => failed(errorFor(end, call, clock.now()));
    call.text = request.body;
    const deadline = createDeadline(limits.deadlineMs, signal, clock);
    const early = deadline.aborted();
    if (early !== undefined) return ended({ sent: false, cut: early });
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
      const delayMs = call.attempts > limits.maxRetries ? undefined : delayBeforeRetry(call, end);
      if (delayMs === undefined || !deadline.fits(delayMs)) return ended(end);
      call.mayHaveHappened ||= mayHaveHappened(end);
      call.tell('retry', () => ({ reason: end.cut?.kind ?? String(response?.status), delayMs }));
      const interruption = await deadline.wait(delayMs);
      if (interruption !== undefined) return ended({ sent: false, cut: interruption });
    }
  }

  /** The wait before a repetition; `undefined` when there must be none. */
  function delayBeforeRetry({ attempts, route }: CallRecord, end: AttemptEnd): number | undefined {
    const failure = failureOf(end);
    if (failure === undefined || !mayRetry(route.method, failure)) return undefined;
    const header = end.bytes && end.response?.headers.get('retry-after');
    return retryDelay(attempts - 1, parseRetryAfter(header ?? null, clock.now()), random());
  }

  function finished(call: CallRecord, response: Response, bytes: Uint8Array): Result<unknown> {
    const { value, acceptable, findings } = readSuccess(call, response, bytes, settings.validation);
    if (!acceptable) return call.failed(validationError(response, findings, call));
    if (findings.length > 0) call.tell('drift', () => ({ status: response.status, findings }));
    return call.succeeded(value, false);
  }

  // The contract's types describe the parsed body; the contract suite proves that they agree.
  return perform as Perform;
}
