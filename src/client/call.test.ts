import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { ClientOptions, PlexoClient } from '../index.ts';
import { createClientIn } from './client.ts';
import type { RetryEvent } from './events.ts';
import { type FakeClock, fakeClock } from './fake-clock.fixture.ts';

type Step = Response | Error | (() => Response);

function answer(status: number, body: unknown = undefined, headers: Record<string, string> = {}): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, {
    status,
    headers: { ...(text === null ? {} : { 'content-type': 'application/json' }), ...headers },
  });
}

const LOST = new TypeError('fetch failed', {
  cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
});
const REFUSED = new TypeError('fetch failed', {
  cause: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' }),
});

interface Scripted {
  readonly plexo: PlexoClient;
  readonly clock: FakeClock;
  readonly sent: () => number;
  readonly retries: RetryEvent[];
}

/** A client whose server plays one step per request, and whose waits are over as soon as they begin. */
function scripted(steps: readonly Step[], options: Partial<ClientOptions> = {}): Scripted {
  const clock = fakeClock();
  const retries: RetryEvent[] = [];
  let sent = 0;
  const plexo = createClientIn(
    { clock, random: () => 0.5 },
    {
      clientId: 'client',
      apiKey: 'key',
      baseUrl: 'http://127.0.0.1:9',
      on: {
        retry: (event) => {
          retries.push(event);
          setImmediate(() => clock.advance(event.delayMs));
        },
      },
      fetch: async () => {
        const step = steps[sent];
        sent += 1;
        if (step === undefined) throw new Error('the script has no further step');
        if (step instanceof Error) throw step;
        return step instanceof Response ? step : step();
      },
      ...options,
    },
  );
  return { plexo, clock, sent: () => sent, retries };
}

describe('retries', () => {
  it('of a read go on until an answer comes, with full jitter, and are counted', async () => {
    const { plexo, retries } = scripted([LOST, answer(503), answer(200, [])]);
    const result = await plexo.result.customers.list();
    expect(result).toMatchObject({ ok: true, data: [], meta: { attempts: 3, status: 200, elapsedMs: 750 } });
    expect(retries.map(({ attempt, reason, delayMs }) => [attempt, reason, delayMs])).toEqual([
      [1, 'failed', 250],
      [2, '503', 500],
    ]);
  });

  it('end after maxRetries with the last failure', async () => {
    const { plexo, sent } = scripted([answer(500), answer(502), answer(503)]);
    const result = await plexo.result.customers.retrieve('id');
    expect(result).toMatchObject({ ok: false, error: { name: 'ServerError', status: 503, attempts: 3 } });
    expect(sent()).toBe(3);
  });

  it('can be switched off for the client, and set again for one call', async () => {
    const off = scripted([answer(503), answer(200, [])], { maxRetries: 0 });
    expect((await off.plexo.result.customers.list()).ok).toBe(false);
    const again = scripted([answer(503), answer(200, [])], { maxRetries: 0 });
    expect((await again.plexo.result.customers.list({ maxRetries: 1 })).ok).toBe(true);
  });

  it('wait as long as the server asks, and not at all for 0', async () => {
    const { plexo, retries } = scripted([
      answer(429, undefined, { 'retry-after': '7' }),
      answer(503, undefined, { 'retry-after': '0' }),
      answer(200, []),
    ]);
    expect((await plexo.result.customers.list()).ok).toBe(true);
    expect(retries.map(({ delayMs }) => delayMs)).toEqual([7_000, 0]);
  });

  it('are not begun when the wait would outlast the deadline; the error says how long to wait', async () => {
    const { plexo, sent } = scripted([answer(429, undefined, { 'retry-after': '3600' })]);
    const result = await plexo.result.customers.list();
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'RateLimitError', retryAfterMs: 3_600_000, outcome: 'rejected' },
    });
    expect(sent()).toBe(1);
  });

  it('of a POST happen only where no connection was made', async () => {
    const refused = scripted([REFUSED, answer(201, fixtures.PaymentApproved)]);
    expect(await refused.plexo.payments.create(fixtures.PaymentCreateGuide)).toEqual(
      fixtures.PaymentApproved,
    );
    for (const step of [LOST, answer(503), answer(429), answer(408)]) {
      const { plexo, sent } = scripted([step, answer(201, fixtures.PaymentApproved)]);
      expect((await plexo.result.payments.create(fixtures.PaymentCreateGuide)).ok).toBe(false);
      expect(sent()).toBe(1);
    }
  });

  it('end at once when the caller aborts during the wait', async () => {
    const controller = new AbortController();
    const { plexo } = scripted([answer(503)], {
      on: { retry: () => setImmediate(() => controller.abort(new Error('enough'))) },
    });
    const result = await plexo.result.customers.update('id', fixtures.CustomerUpdateGuide, {
      signal: controller.signal,
    });
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'AbortError', outcome: 'unknown', attempts: 1 },
    });
    expect(result.ok ? undefined : result.error.cause).toMatchObject({ message: 'enough' });
  });
});

describe('what ends a call', () => {
  it('is the first answer to a delete that says "not found", where none was lost', async () => {
    const { plexo, sent } = scripted([answer(404, fixtures.ErrorNotFound)]);
    expect(await plexo.result.customers.delete('id')).toMatchObject({
      ok: false,
      error: { name: 'NotFoundError', outcome: 'rejected' },
      meta: { deletedEarlier: false },
    });
    expect(sent()).toBe(1);
  });

  it('is a success, which is no earlier delete', async () => {
    const { plexo } = scripted([LOST, answer(204)]);
    expect(await plexo.result.customers.delete('id')).toMatchObject({
      ok: true,
      meta: { deletedEarlier: false, attempts: 2, status: 204 },
    });
  });

  it('is any other refusal of a delete after a lost answer, and leaves its outcome unknown', async () => {
    const { plexo } = scripted([LOST, answer(403)]);
    expect(await plexo.result.customers.delete('id')).toMatchObject({
      ok: false,
      error: { name: 'PermissionDeniedError', outcome: 'unknown' },
    });
  });

  it('is the wait that ends exactly at the deadline, for nothing would be left after it', async () => {
    const asked = { 'retry-after': '5' };
    const late = scripted([answer(503, undefined, asked)], { deadlineMs: 5_000 });
    expect(await late.plexo.result.customers.list()).toMatchObject({ ok: false, meta: { attempts: 1 } });
    const early = scripted([answer(503, undefined, asked), answer(200, [])], { deadlineMs: 5_001 });
    expect(await early.plexo.result.customers.list()).toMatchObject({ ok: true, meta: { attempts: 2 } });
  });

  it('is an abort during a wait, and says what an earlier attempt left open', async () => {
    for (const [step, outcome] of [
      [answer(429), 'not_sent'],
      [LOST, 'unknown'],
    ] as const) {
      const controller = new AbortController();
      const { plexo } = scripted([step], {
        on: { retry: () => setImmediate(() => controller.abort('enough')) },
      });
      expect(await plexo.result.customers.delete('id', { signal: controller.signal })).toMatchObject({
        ok: false,
        error: { name: 'AbortError', outcome, attempts: 1 },
      });
    }
  });

  it('is the status of an error whose body was cut off, its Retry-After left alone', async () => {
    const cut = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            controller.error(new Error('cut'));
          },
        }),
        { status: 503, headers: { 'retry-after': '7' } },
      );
    const { plexo, retries } = scripted([cut, answer(200, [])]);
    expect((await plexo.result.customers.list()).ok).toBe(true);
    expect(retries).toMatchObject([{ reason: 'failed', delayMs: 250 }]);
  });
});

describe('a delete that is repeated', () => {
  it('and answered 404 after a lost answer is done, and says so', async () => {
    for (const first of [LOST, answer(500), answer(504)]) {
      const { plexo } = scripted([first, answer(404, fixtures.ErrorNotFound)]);
      const result = await plexo.result.customers.delete('id');
      expect(result).toMatchObject({ ok: true, meta: { attempts: 2, status: 404, deletedEarlier: true } });
    }
  });

  it('and answered 404 after a refusal is not found', async () => {
    for (const first of [answer(429), REFUSED]) {
      const { plexo } = scripted([first, answer(404, fixtures.ErrorNotFound)]);
      const result = await plexo.result.paymentInstruments.delete('id', 'token');
      expect(result).toMatchObject({
        ok: false,
        error: { name: 'NotFoundError' },
        meta: { deletedEarlier: false },
      });
    }
  });

  it('but an update that is answered 404 after a lost answer is no success', async () => {
    const { plexo } = scripted([LOST, answer(404, fixtures.ErrorNotFound)]);
    const result = await plexo.result.customers.update('id', fixtures.CustomerUpdateGuide);
    expect(result).toMatchObject({ ok: false, error: { name: 'NotFoundError', outcome: 'unknown' } });
  });
});

describe('the outcome of a failed write', () => {
  const create = (step: Step) =>
    scripted([step], { maxRetries: 0 }).plexo.result.payments.create(fixtures.PaymentCreateGuide);

  it.each<[string, Step, string]>([
    ['a refused connection', REFUSED, 'not_sent'],
    ['a lost answer', LOST, 'unknown'],
    ['a refusal', answer(400, fixtures.ErrorInvalidRequest), 'rejected'],
    ['a rate limit', answer(429), 'rejected'],
    ['a server error', answer(500), 'unknown'],
    ['a request time-out of the server', answer(408), 'unknown'],
    ['a redirect', answer(307, undefined, { location: 'https://elsewhere.example' }), 'rejected'],
    ['a success without its body', answer(201), 'accepted'],
    [
      'a success of another media type',
      new Response('<p>ok</p>', { status: 201, headers: { 'content-type': 'text/html' } }),
      'accepted',
    ],
  ])('of %s is told', async (_, step, outcome) => {
    expect(await create(step)).toMatchObject({ ok: false, error: { outcome } });
  });

  it('comes with the way to find out, where it is unknown', async () => {
    const result = await create(LOST);
    expect(result.ok ? '' : result.error.message).toBe(
      'createPayment: no complete response arrived (socket hang up); whether it happened is unknown: ' +
        'find the payment by its referenceId before you charge again',
    );
  });

  it('stays unknown when a later attempt was refused', async () => {
    const { plexo } = scripted([LOST, answer(400, fixtures.ErrorInvalidRequest)]);
    expect(await plexo.result.customers.update('id', fixtures.CustomerUpdateGuide)).toMatchObject({
      ok: false,
      error: { name: 'BadRequestError', outcome: 'unknown', attempts: 2 },
    });
  });
});

describe('what cannot be sent', () => {
  it.each<[string, (plexo: PlexoClient) => Promise<unknown>, RegExp]>([
    ['an empty id', (plexo) => plexo.customers.retrieve(''), /customerId is empty; nothing was sent/],
    [
      'an empty token',
      (plexo) => plexo.paymentInstruments.delete('id', ''),
      /token is empty; nothing was sent/,
    ],
    // @ts-expect-error JavaScript callers can leave the body out.
    ['no body', (plexo) => plexo.payments.create(), /the body is missing; nothing was sent/],
    // @ts-expect-error JavaScript callers can send what is not JSON.
    ['a bigint', (plexo) => plexo.payments.create({ merchantId: 1n }), /cannot be written as JSON/],
    [
      'a limit of zero',
      (plexo) => plexo.customers.list({ timeoutMs: 0 }),
      /timeoutMs must be a whole number from 1/,
    ],
    [
      'a limit that is none',
      (plexo) => plexo.customers.list({ deadlineMs: Number.NaN }),
      /deadlineMs must be .* got NaN/,
    ],
    [
      'a framing header',
      (plexo) => plexo.customers.list({ headers: { 'Transfer-Encoding': 'chunked' } }),
      /the header Transfer-Encoding is the transport's/,
    ],
    [
      'a header name that is none',
      (plexo) => plexo.customers.list({ headers: { 'x a': 'b' } }),
      /the header name "x a" cannot be sent/,
    ],
    [
      'a header that is none',
      (plexo) => plexo.customers.list({ headers: { 'x-a': 'a\r\nb: c' } }),
      /the header x-a holds a character that cannot be sent; nothing was sent/,
    ],
  ])('%s is refused without a request', async (_, call, message) => {
    const { plexo, sent } = scripted([]);
    const error = await call(plexo).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'RequestError', outcome: 'not_sent' });
    expect(String(error)).toMatch(message);
    expect(sent()).toBe(0);
  });

  it('a signal that is aborted already ends the call before it begins', async () => {
    const { plexo, sent } = scripted([]);
    const result = await plexo.result.payments.create(fixtures.PaymentCreateGuide, {
      signal: AbortSignal.abort('late'),
    });
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'AbortError', outcome: 'not_sent', attempts: 0, cause: 'late' },
    });
    expect(sent()).toBe(0);
  });
});

describe('limits', () => {
  it('end a fetch that pays no heed to its signal', async () => {
    const { plexo, clock } = scripted([], {
      fetch: () => new Promise(() => {}),
      timeoutMs: 100,
      maxRetries: 0,
    });
    const pending = plexo.result.customers.list();
    expect(await clock.next()).toBe(100);
    expect(await pending).toMatchObject({
      ok: false,
      error: { name: 'TimeoutError', phase: 'headers', scope: 'attempt', limitMs: 100 },
    });
  });

  it('cover all attempts and waits by the deadline', async () => {
    const stall = (): Promise<Response> => new Promise(() => {});
    const { plexo, clock } = scripted([], { fetch: stall, timeoutMs: 100, deadlineMs: 150, on: {} });
    const pending = plexo.result.customers.list({ maxRetries: 9 });
    expect(await clock.next()).toBe(100);
    // The wait of 250 ms would outlast the deadline, so the first failure is the answer.
    expect(await pending).toMatchObject({ ok: false, error: { name: 'TimeoutError', attempts: 1 } });
    expect(clock.pending).toBe(0);
  });

  it('refuse a body over maxBodyBytes, as accepted when it is a success', async () => {
    const big = () =>
      new Response(JSON.stringify([{ id: 'x'.repeat(200) }]), {
        headers: { 'content-type': 'application/json' },
      });
    const { plexo } = scripted([big, big, big], { maxBodyBytes: 100 });
    expect(await plexo.result.customers.list()).toMatchObject({
      ok: false,
      error: {
        name: 'ResponseValidationError',
        outcome: 'accepted',
        attempts: 1,
        findings: [{ rule: 'body-size', expected: 'at most 100 bytes' }],
      },
    });
  });
});
