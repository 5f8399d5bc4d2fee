/** One logical call: attempts around the transport, until there is a value or an error. It never rejects. */
import type { OperationId } from '../../generated/operations.ts';
import { type Route, routes } from '../../generated/routes.ts';
import { type AttemptEnd, runAttempt, tooLarge } from './attempt.ts';
import { type Clock, createDeadline, type Deadline } from './deadline.ts';
import { isPlexoError, type PlexoError, RequestError } from './errors.ts';
import { tell } from './events.ts';
import { apiErrorFor, type CallFacts, correlationIdOf, errorFor, validationError } from './failure.ts';
import { checkedHeaders } from './headers.ts';
import { type Limits, limitsFrom, type RequestOptions, type Settings } from './options.ts';
import { parseSuccess } from './parse.ts';
import { filledPath } from './path.ts';
import { createRedactor, type Redactor, redactedBody, redactedPath } from './redact.ts';
import type { Result, ResultMeta } from './result.ts';
import { type Failure, mayRetry, parseRetryAfter, retryDelay } from './retry.ts';
import type { Send, TransportRequest } from './transport.ts';
import { judged } from './validate.ts';

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
  return async <Value>(request: CallRequest): Promise<Result<Value>> => {
    const call = new Call(request, send, settings, surroundings);
    // The contract's types describe the parsed body; the contract suite proves that they agree.
    return (await call.run()) as Result<Value>;
  };
}

/** The state of one call. */
class Call {
  readonly #request: CallRequest;
  readonly #send: Send;
  readonly #settings: Settings;
  readonly #surroundings: Surroundings;
  readonly #route: Route;
  readonly #write: boolean;
  readonly #started: number;
  #attempts = 0;
  #mayHaveHappened = false;
  #text: string | undefined;
  #response: Response | undefined;
  #redactor: Redactor | undefined;

  constructor(request: CallRequest, send: Send, settings: Settings, surroundings: Surroundings) {
    this.#request = request;
    this.#send = send;
    this.#settings = settings;
    this.#surroundings = surroundings;
    this.#route = routes[request.operation];
    this.#write = this.#route.method !== 'get';
    this.#started = surroundings.clock.now();
  }

  async run(): Promise<Result<unknown>> {
    const { operation, path = {}, body, options = {} } = this.#request;
    let prepared: { readonly request: TransportRequest; readonly limits: Limits };
    try {
      const refuse = (message: string): Error =>
        new RequestError(`${operation}: ${message}; nothing was sent`, { operation });
      const limits = limitsFrom(options, this.#settings.limits, refuse);
      if (this.#route.body) this.#text = serialised(operation, body);
      const request = {
        method: this.#route.method,
        path: filledPath(operation, this.#route.path, path),
        body: this.#text,
        headers: checkedHeaders(options.headers, refuse),
      };
      prepared = { request, limits };
    } catch (error) {
      if (isPlexoError(error)) return this.#failed(error);
      throw error;
    }
    const { limits, request } = prepared;
    const deadline = createDeadline(limits.deadlineMs, options.signal, this.#surroundings.clock);
    if (options.signal?.aborted === true) {
      const why = { kind: 'aborted' as const, reason: options.signal.reason };
      return this.#failed(errorFor({ kind: 'lost', sent: false, why }, this.#facts()));
    }
    return this.#attemptUntilDone(request, limits, deadline);
  }

  async #attemptUntilDone(
    request: TransportRequest,
    limits: Limits,
    deadline: Deadline,
  ): Promise<Result<unknown>> {
    for (;;) {
      const end = await this.#attempt(request, limits, deadline);
      this.#response = end.kind === 'answer' || end.kind === 'cut' ? end.response : undefined;
      if (end.kind === 'answer' && end.response.ok) return this.#succeeded(end.response, end.bytes);
      if (end.kind === 'answer' && this.#deletedEarlier(end.response)) return this.#ok(undefined, true);

      const delay = this.#delayBeforeRetry(end, limits);
      if (delay === undefined || !deadline.fits(delay)) return this.#failed(this.#errorOf(end));
      this.#mayHaveHappened ||= mayHaveHappened(end);
      this.#tellRetry(end, delay);
      const interruption = await deadline.wait(delay);
      if (interruption !== undefined) {
        return this.#failed(errorFor({ kind: 'lost', sent: false, why: interruption }, this.#facts()));
      }
    }
  }

  async #attempt(request: TransportRequest, limits: Limits, deadline: Deadline): Promise<AttemptEnd> {
    const { clock } = this.#surroundings;
    const started = clock.now();
    this.#attempts += 1;
    tell(this.#settings.on.request, () => ({
      ...this.#event(),
      parameters: redactedPath(this.#request.operation, this.#request.path ?? {}),
      body: redactedBody(this.#request.operation, this.#sentBody()),
    }));
    const end = await runAttempt(this.#send, request, deadline, limits);
    if (end.kind === 'answer') {
      tell(this.#settings.on.response, () => ({
        ...this.#event(),
        status: end.response.status,
        correlationId: correlationIdOf(end.response, this.#redact),
        elapsedMs: clock.now() - started,
      }));
    }
    return end;
  }

  /** The wait before a repetition; `undefined` when there must be none. */
  #delayBeforeRetry(end: AttemptEnd, limits: Limits): number | undefined {
    if (this.#attempts > limits.maxRetries) return undefined;
    const failure = failureOf(end);
    if (failure === undefined || !mayRetry(this.#route.method, failure)) return undefined;
    const { clock, random } = this.#surroundings;
    const header = end.kind === 'answer' ? end.response.headers.get('retry-after') : null;
    return retryDelay(this.#attempts - 1, parseRetryAfter(header, clock.now()), random());
  }

  /** After a lost answer, "not found" is what a delete that had worked looks like. */
  #deletedEarlier(response: Response): boolean {
    return this.#route.method === 'delete' && response.status === 404 && this.#mayHaveHappened;
  }

  #succeeded(response: Response, bytes: Uint8Array): Result<unknown> {
    const { operation } = this.#request;
    const parsed = parseSuccess(this.#route, response, bytes);
    const { validation } = this.#settings;
    const judgedAs = validation === undefined ? [] : judged(validation, operation, response, bytes, parsed);
    const findings = (parsed.ok || judgedAs.length > 0 ? judgedAs : [parsed.finding]).map((finding) => ({
      ...finding,
      at: this.#redact(finding.at),
      got: this.#redact(finding.got),
    }));
    const strict =
      validation !== undefined && (this.#write ? validation.writes : validation.reads) === 'strict';
    if (!parsed.ok || (strict && findings.length > 0)) {
      return this.#failed(validationError(response, findings, this.#facts()));
    }
    if (findings.length > 0) {
      tell(this.#settings.on.drift, () => ({ ...this.#event(), status: response.status, findings }));
    }
    return this.#ok(parsed.value, false);
  }

  #errorOf(end: AttemptEnd): PlexoError {
    if (end.kind === 'answer') return apiErrorFor(end.response, end.bytes, this.#facts());
    if (end.kind === 'cut' && end.why.kind !== 'aborted') {
      // The status is known, whatever became of the body: it says more than the reason why the body is missing.
      if (!end.response.ok) return apiErrorFor(end.response, undefined, this.#facts());
      if (tooLarge(end.why)) {
        const expected = `at most ${this.#settings.limits.maxBodyBytes} bytes`;
        const finding = { rule: 'body-size', spec: '', at: 'body', expected, got: 'more' };
        return validationError(end.response, [finding], this.#facts());
      }
    }
    return errorFor(end, this.#facts());
  }

  #ok(data: unknown, deletedEarlier: boolean): Result<unknown> {
    return { ok: true, data, meta: this.#meta(deletedEarlier) };
  }

  #failed(error: PlexoError): Result<unknown> {
    const meta = this.#meta(false);
    tell(this.#settings.on.error, () => ({ ...this.#event(), error, elapsedMs: meta.elapsedMs }));
    return { ok: false, error, meta };
  }

  #tellRetry(end: AttemptEnd, delayMs: number): void {
    const reason =
      end.kind === 'answer'
        ? String(end.response.status)
        : end.kind === 'unsendable'
          ? 'unsendable'
          : end.why.kind;
    tell(this.#settings.on.retry, () => ({ ...this.#event(), reason, delayMs }));
  }

  #event() {
    const { method, path } = this.#route;
    const { operation } = this.#request;
    return { operation, method: method.toUpperCase(), path, attempt: this.#attempts };
  }

  #meta(deletedEarlier: boolean): ResultMeta {
    const response = this.#response;
    return {
      operation: this.#request.operation,
      status: response?.status,
      correlationId: correlationIdOf(response, this.#redact),
      attempts: this.#attempts,
      elapsedMs: this.#surroundings.clock.now() - this.#started,
      // A getter, because a printed Response shows its address, which holds a token, and headers that may quote one.
      get response() {
        return response;
      },
      deletedEarlier,
    };
  }

  #facts(): CallFacts {
    return {
      operation: this.#request.operation,
      write: this.#write,
      attempts: this.#attempts,
      mayHaveHappened: this.#mayHaveHappened,
      redact: this.#redact,
      now: this.#surroundings.clock.now(),
    };
  }

  /** The body as the server reads it: the caller's own object may have a `toJSON`, and may have changed since. */
  #sentBody(): unknown {
    return this.#text === undefined ? undefined : JSON.parse(this.#text);
  }

  /** Built on first use: most calls never print anything. */
  readonly #redact: Redactor = (text) => {
    const { operation, path = {} } = this.#request;
    this.#redactor ??= createRedactor(operation, path, this.#sentBody(), this.#settings.authorization());
    return this.#redactor(text);
  };
}

/** @throws RequestError where a body is missing or cannot be JSON. */
function serialised(operation: OperationId, body: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch {
    throw new RequestError(
      `${operation}: the body cannot be written as JSON (a cycle or a bigint); nothing was sent`,
      { operation },
    );
  }
  if (text === undefined)
    throw new RequestError(`${operation}: the body is missing; nothing was sent`, { operation });
  return text;
}

/** A failure that repeating might mend; `undefined` for a success, an abort, and a deadline that is over. */
function failureOf(end: AttemptEnd): Failure | undefined {
  if (end.kind === 'unsendable') return undefined;
  if (end.kind === 'answer') return { kind: 'status', status: end.response.status };
  if (end.why.kind === 'aborted' || (end.why.kind === 'timeout' && end.why.scope === 'deadline'))
    return undefined;
  if (end.kind === 'cut' && (!end.response.ok || tooLarge(end.why))) {
    return tooLarge(end.why) ? undefined : { kind: 'status', status: end.response.status };
  }
  return { kind: 'lost', sent: end.kind === 'cut' || end.sent };
}

/** Whether a request that is about to be repeated may already have been carried out. A refusal (4xx) was not. */
function mayHaveHappened(end: AttemptEnd): boolean {
  if (end.kind === 'answer') return end.response.status >= 500 || end.response.status === 408;
  return end.kind === 'cut' || (end.kind === 'lost' && end.sent);
}
