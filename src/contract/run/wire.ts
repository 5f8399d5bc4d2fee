/** Sends requests to the target within every limit of the run, and reads answers without trusting them. */
import type { OperationId } from '../../../generated/operations.ts';
import type { Exchange } from '../exchange.ts';

export interface WireRequest {
  readonly operation: OperationId;
  readonly method: string;
  /** Below the base address, ready to be sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The answer did not come, or not whole; what is known of it is in the message. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly kind: 'timeout' | 'broken' | 'too-large';
  /** The request that got no answer. */
  readonly request: Exchange['request'];

  constructor(kind: NoAnswerError['kind'], message: string, request: Exchange['request']) {
    super(message);
    this.kind = kind;
    this.request = request;
  }
}

/** The run has to end: a limit is reached, or the caller wants it. */
export class StopError extends Error {
  override readonly name = 'StopError';
}

export interface Wire {
  /** @throws NoAnswerError, and StopError where the run has to end. */
  send(request: WireRequest): Promise<Exchange>;
  /** Requests sent so far. */
  readonly sent: number;
}

export interface WireSetting {
  readonly url: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  readonly maxRequests: number;
  readonly ratePerSecond: number;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
}

/** Time, as the run sees it; tests give their own. */
export interface Clock {
  /** Milliseconds from any start. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    }),
};

/** How often a request is sent again because the server asked for patience. */
const MOST_REPEATS = 3;
/** A server that names a longer pause is not waited for. */
const LONGEST_PAUSE_MS = 30_000;

/** @param deadline the moment by the clock at which the run must have ended. */
export function openWire(setting: WireSetting, deadline: number): Wire {
  const { clock, signal } = setting;
  const ending = new AbortController();
  const stop = (): void => ending.abort();
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  let sent = 0;
  let free = clock.now();

  const admit = async (): Promise<void> => {
    if (ending.signal.aborted) throw new StopError('the check was ended from outside');
    if (sent >= setting.maxRequests) {
      throw new StopError(`the budget of ${setting.maxRequests} requests is used up`);
    }
    const pause = free - clock.now();
    if (pause > 0) await clock.sleep(pause, ending.signal);
    if (clock.now() >= deadline) throw new StopError('the time for the whole check is over');
    free = Math.max(free, clock.now()) + 1_000 / setting.ratePerSecond;
    sent += 1;
  };

  const once = async (request: WireRequest): Promise<Exchange> => {
    await admit();
    const left = Math.min(setting.timeoutMs, deadline - clock.now());
    return exchanged(setting, request, left, ending.signal);
  };

  return {
    get sent() {
      return sent;
    },
    async send(request) {
      for (let repeats = 0; ; repeats += 1) {
        const exchange = await once(request);
        const pause = askedPause(exchange.response);
        if (pause === undefined || repeats === MOST_REPEATS) return exchange;
        if (pause > LONGEST_PAUSE_MS || clock.now() + pause >= deadline) {
          throw new StopError(`the server asks for a pause of ${Math.round(pause / 1_000)} s`);
        }
        await clock.sleep(pause, ending.signal);
      }
    },
  };
}

/** Milliseconds that a 429, or a 503 with `Retry-After`, asks to wait (RFC 9110, section 10.2.3). */
function askedPause({ status, headers }: Exchange['response']): number | undefined {
  const header = headers.get('retry-after');
  if (status !== 429 && (status !== 503 || header === null)) return undefined;
  if (header === null) return 1_000;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 1_000 : Math.max(0, date - Date.now());
}

async function exchanged(
  setting: WireSetting,
  { operation, method, path, headers, body }: WireRequest,
  timeoutMs: number,
  ending: AbortSignal,
): Promise<Exchange> {
  const given = new Headers();
  // An empty value stands for no header at all: fetch would add a media type of its own to text.
  for (const [name, value] of Object.entries(headers)) if (value !== '') given.set(name, value);
  const request = { method, url: `${setting.url}${path}`, headers: given, body: body ?? '' };
  const controller = new AbortController();
  let give: (error: Error) => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    give = reject;
  });
  const abort = (error: Error): void => {
    give(error);
    controller.abort(error);
  };
  const end = (): void => abort(new StopError('the check was ended from outside'));
  if (ending.aborted) end();
  else ending.addEventListener('abort', end, { once: true });
  const timer = setTimeout(() => {
    abort(new NoAnswerError('timeout', `no whole answer within ${Math.round(timeoutMs)} ms`, request));
  }, timeoutMs);
  // Where everything else settles first, nobody waits for it.
  aborted.catch(() => {});
  const answered = async (): Promise<Exchange> => {
    const sendable = new Request(request.url, {
      method,
      headers: given,
      redirect: 'manual',
      signal: controller.signal,
      body:
        body === undefined ? null : headers['content-type'] === '' ? new TextEncoder().encode(body) : body,
    });
    const response = await Promise.race([setting.fetch(sendable), aborted]);
    const bytes = await Promise.race([readWithin(response, setting.maxBodyBytes, request), aborted]);
    return {
      operation,
      request,
      response: { status: response.status, headers: response.headers, body: bytes },
    };
  };
  try {
    return await answered();
  } catch (error) {
    if (error instanceof NoAnswerError || error instanceof StopError) throw error;
    if (ending.aborted) throw new StopError('the check was ended from outside');
    throw new NoAnswerError('broken', `the connection broke: ${reasonOf(error)}`, request);
  } finally {
    clearTimeout(timer);
    ending.removeEventListener('abort', end);
  }
}

async function readWithin(
  response: Response,
  limit: number,
  request: Exchange['request'],
): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      // The rest is not wanted; a stream that cannot be cancelled is left to itself.
      reader.cancel().catch(() => {});
      throw new NoAnswerError('too-large', `the answer is larger than ${limit} bytes`, request);
    }
    chunks.push(value);
  }
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** The code of the innermost cause where there is one: `fetch failed` alone says nothing. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return reasonOf(cause);
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : error.message;
}
