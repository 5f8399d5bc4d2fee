/** Error statuses and how they are framed: the class, what is repeated, and how long is waited. */
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { type Clock, systemClock } from '../../src/client/deadline.ts';
import type { RetryEvent } from '../../src/index.ts';
import { afterEarlyHints, answer, refuseEarly, respond } from './steps.ts';
import { clientOn, DEADLINE_MS, post, put, read, remove, samples, serverWith } from './subject.ts';

/** A repetition may mend these. */
const TRANSIENT = [
  [408, 'ApiError'],
  [429, 'RateLimitError'],
  [500, 'ServerError'],
  [502, 'ServerError'],
  [503, 'ServerError'],
  [504, 'ServerError'],
] as const;

/** And not these. */
const FINAL = [
  [307, 'ApiError'],
  [400, 'BadRequestError'],
  [401, 'AuthenticationError'],
  [403, 'PermissionDeniedError'],
  [404, 'NotFoundError'],
  [409, 'ConflictError'],
  [413, 'ApiError'],
  [422, 'UnprocessableEntityError'],
  [501, 'ServerError'],
] as const;

/** A refusal did not happen; a write that a server failed at may have. */
function outcomeOf(status: number, write: boolean): string {
  return write && (status >= 500 || status === 408) ? 'unknown' : 'rejected';
}

describe.each(samples)('$title', (sample) => {
  it.each(TRANSIENT)(
    'answered %i until the end is repeated only where that is safe',
    async (status, name) => {
      const server = await serverWith(answer(status, fixtures.ErrorInternal));
      const result = await sample.perform(clientOn(server.url));
      const attempts = sample.repeatable ? 3 : 1;
      const outcome = outcomeOf(status, sample.write);
      expect(result).toMatchObject({
        ok: false,
        error: { name, kind: 'api', status, code: fixtures.ErrorInternal.code, outcome, attempts },
      });
      expect(server.requests).toHaveLength(attempts);
      expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
    },
  );

  it.each(FINAL)('answered %i is over', async (status, name) => {
    const server = await serverWith(answer(status, fixtures.ErrorInvalidRequest), sample.success);
    const result = await sample.perform(clientOn(server.url));
    const outcome = outcomeOf(status, sample.write);
    expect(result).toMatchObject({ ok: false, error: { name, kind: 'api', status, outcome, attempts: 1 } });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['nothing', respond({ status: 500 })],
    [
      'an HTML page',
      respond({ status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad</h1>' }),
    ],
    ['JSON that is cut off', respond({ status: 500, body: '{"code":"inter' })],
    ['bytes that are no text', respond({ status: 500, body: Uint8Array.of(0x22, 0xff, 0x22) })],
    ['a body that breaks off', respond({ status: 500, headers: { 'content-length': '90' }, ending: 'end' })],
    [
      'a body that is not compressed as it says',
      respond({ status: 500, headers: { 'content-encoding': 'gzip' }, body: '{"code":"internal"}' }),
    ],
  ])('answered by a failing server with %s is still a ServerError', async (_, step) => {
    const server = await serverWith(step);
    const result = await sample.perform(clientOn(server.url), { maxRetries: 0 });
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'ServerError', code: undefined, type: undefined, apiMessage: undefined },
    });
    expect(result.meta.elapsedMs).toBeLessThan(DEADLINE_MS);
  });
});

describe('Retry-After', () => {
  /** A clock on which ten milliseconds are a second, so that a wait of seconds can be watched. */
  const hasty: Clock = {
    now: () => systemClock.now() * 100,
    after: (ms, callback) => systemClock.after(ms / 100, callback),
  };
  const inSeconds = (seconds: number): string => new Date(hasty.now() + seconds * 1_000).toUTCString();

  it.each([
    { form: 'seconds', value: () => '7', least: 7_000, most: 7_000 },
    { form: 'no seconds', value: () => '0', least: 0, most: 0 },
    { form: 'a date to come', value: () => inSeconds(9), least: 1_000, most: 9_000 },
    { form: 'a date gone by', value: () => inSeconds(-60), least: 0, most: 0 },
    { form: 'a negative number', value: () => '-5', least: 250, most: 250 },
    { form: 'garbage', value: () => 'soon; 5', least: 250, most: 250 },
    { form: 'a number beyond all numbers', value: () => '9'.repeat(30), least: 250, most: 250 },
  ])('of $form is waited for, or is no reason to wait', async ({ value, least, most }) => {
    const server = await serverWith(answer(429, undefined, { 'retry-after': value() }), read.success);
    const retries: RetryEvent[] = [];
    const on = { retry: (event: RetryEvent) => void retries.push(event) };
    const plexo = clientOn(
      server.url,
      { on, deadlineMs: 100_000, timeoutMs: 100_000 },
      { clock: hasty, random: () => 0.5 },
    );
    expect(await read.perform(plexo)).toMatchObject({ ok: true, meta: { attempts: 2 } });
    const [delay = -1] = retries.map(({ delayMs }) => delayMs);
    expect(delay).toBeGreaterThanOrEqual(least);
    expect(delay).toBeLessThanOrEqual(most);
    const [first, second] = server.requests.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(delay / 100 - 2);
  });

  it('that would outlast the deadline ends the call at once, and the error says how long to wait', async () => {
    const server = await serverWith(answer(429, undefined, { 'retry-after': '60' }));
    const result = await read.perform(clientOn(server.url));
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'RateLimitError', retryAfterMs: 60_000, attempts: 1 },
    });
    expect(result.meta.elapsedMs).toBeLessThan(DEADLINE_MS / 4);
    expect(server.requests).toHaveLength(1);
  });

  it('is told to the caller of a POST, which is not repeated for it', async () => {
    const server = await serverWith(answer(429, undefined, { 'retry-after': '0' }), post.success);
    expect(await post.perform(clientOn(server.url))).toMatchObject({
      ok: false,
      error: { name: 'RateLimitError', retryAfterMs: 0, outcome: 'rejected', attempts: 1 },
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a DELETE that is repeated and then finds nothing', () => {
  it.each([408, 500, 502, 503, 504])(
    'is done when the first answer was %i, which may have come after the deed',
    async (status) => {
      const server = await serverWith(answer(status), answer(404, fixtures.ErrorNotFound));
      expect(await remove.perform(clientOn(server.url))).toMatchObject({
        ok: true,
        meta: { attempts: 2, status: 404, deletedEarlier: true },
      });
    },
  );

  it('is not found when the first answer was 429, which refuses the deed', async () => {
    const server = await serverWith(answer(429), answer(404, fixtures.ErrorNotFound));
    expect(await remove.perform(clientOn(server.url))).toMatchObject({
      ok: false,
      error: { name: 'NotFoundError', outcome: 'rejected', attempts: 2 },
      meta: { deletedEarlier: false },
    });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'by %i to another host takes neither request nor credentials there',
    async (status) => {
      const elsewhere = await serverWith(read.success);
      const server = await serverWith(
        answer(status, undefined, { location: `${elsewhere.url}/v1/customers` }),
      );
      for (const sample of [read, put, remove, post]) {
        const result = await sample.perform(clientOn(server.url));
        expect(result).toMatchObject({ ok: false, error: { name: 'ApiError', status, outcome: 'rejected' } });
      }
      expect(elsewhere.connections).toBe(0);
    },
  );
});

describe('an early word', () => {
  it('of hints before the answer is passed over', async () => {
    const server = await serverWith(afterEarlyHints(read.success));
    expect(await read.perform(clientOn(server.url))).toMatchObject({ ok: true, data: read.value });
  });

  it('of refusal while the body is still being sent arrives as that refusal, or as a loss, and is not repeated', async () => {
    const early = { status: 413, body: JSON.stringify(fixtures.ErrorInvalidRequest) };
    const large = { ...fixtures.CustomerCreateGuide, metadata: { note: 'x'.repeat(4 * 1024 * 1024) } };
    const reading = await serverWith(refuseEarly({ ...early, ending: 'keep' }));
    expect(await clientOn(reading.url).result.customers.create(large)).toMatchObject({
      ok: false,
      error: { name: 'ApiError', status: 413, outcome: 'rejected', attempts: 1 },
    });
    const deaf = await serverWith(refuseEarly({ ...early, ending: 'reset' }));
    const result = await clientOn(deaf.url).result.customers.create(large);
    if (result.ok) return expect.fail('a refused request succeeded');
    expect(['ApiError rejected', 'ConnectionError unknown']).toContain(
      `${result.error.name} ${result.error.outcome}`,
    );
    expect(deaf.requests).toHaveLength(1);
  });
});
