import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf, mayHaveHappened, mayRetry, parseRetryAfter, retryDelay } from './retry.ts';

describe('a failed attempt', () => {
  it.each(['get', 'put', 'delete'])(
    'of %s may be repeated after a lost answer and a transient status',
    (method) => {
      expect(mayRetry(method, { kind: 'lost', sent: true })).toBe(true);
      expect(mayRetry(method, { kind: 'lost', sent: false })).toBe(true);
      for (const status of [408, 429, 500, 502, 503, 504])
        expect(mayRetry(method, { kind: 'status', status })).toBe(true);
    },
  );

  it.each([200, 301, 400, 401, 403, 404, 409, 422, 501, 505])('is final with status %i', (status) => {
    for (const method of ['get', 'put', 'delete', 'post'])
      expect(mayRetry(method, { kind: 'status', status })).toBe(false);
  });

  it('of a POST may be repeated only when nothing can have been sent', () => {
    expect(mayRetry('post', { kind: 'lost', sent: false })).toBe(true);
    expect(mayRetry('post', { kind: 'lost', sent: true })).toBe(false);
    for (const status of [408, 429, 500, 502, 503, 504])
      expect(mayRetry('post', { kind: 'status', status })).toBe(false);
  });
});

const FAILED = { kind: 'failed', cause: new Error('reset') } as const;
const TIMEOUT = { kind: 'timeout', phase: 'headers', limitMs: 100 } as const;

describe('the end of an attempt', () => {
  const status = (code: number) => new Response(null, { status: code });

  it('is a lost answer where no response came, or where a success broke off', () => {
    expect(failureOf({ sent: false, cut: FAILED })).toEqual({ kind: 'lost', sent: false });
    expect(failureOf({ sent: true, cut: { ...TIMEOUT, scope: 'attempt' } })).toEqual({
      kind: 'lost',
      sent: true,
    });
    expect(failureOf({ response: status(200), sent: true, cut: FAILED })).toEqual({
      kind: 'lost',
      sent: true,
    });
  });

  it('is its status where one is known, whatever became of the body', () => {
    expect(failureOf({ response: status(503), sent: true, bytes: new Uint8Array() })).toEqual({
      kind: 'status',
      status: 503,
    });
    expect(failureOf({ response: status(503), sent: true, cut: FAILED })).toEqual({
      kind: 'status',
      status: 503,
    });
  });

  it.each([
    ['a deadline that is over', { ...TIMEOUT, scope: 'deadline' }],
    ['an abort', { kind: 'aborted', reason: 'enough' }],
    ['a request that cannot be built', { kind: 'unsendable', cause: new Error('no') }],
    ['a body over the limit', { kind: 'oversized', limitBytes: 1 }],
  ] as const)('is nothing that repeating mends after %s', (_, cut) => {
    expect(failureOf({ sent: true, cut })).toBeUndefined();
    expect(failureOf({ response: status(503), sent: true, cut })).toBeUndefined();
  });

  it.each([
    [408, true],
    [500, true],
    [503, true],
    [499, false],
    [429, false],
    [404, false],
  ])('with status %i leaves it open whether the request was carried out: %s', (code, open) => {
    expect(mayHaveHappened({ response: status(code), sent: true, bytes: new Uint8Array() })).toBe(open);
  });

  it('without a whole response leaves that open as soon as the request was sent', () => {
    for (const sent of [true, false]) {
      expect(mayHaveHappened({ sent, cut: FAILED })).toBe(sent);
      expect(mayHaveHappened({ sent })).toBe(sent);
    }
    expect(mayHaveHappened({ response: status(429), sent: true, cut: FAILED })).toBe(true);
  });
});

describe('the wait before a retry', () => {
  it('is any time up to a bound that doubles from 500 ms to 8 s', () => {
    const bounds = [0, 1, 2, 3, 4, 5, 60].map((retries) => retryDelay(retries, undefined, 1));
    expect(bounds).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (retries, random) => {
          const delay = retryDelay(retries, undefined, random);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThan(Math.min(8_000, 500 * 2 ** retries) || 1);
        },
      ),
    );
  });

  it('is what the server asked for, 0 included', () => {
    expect(retryDelay(3, 0, 0.9)).toBe(0);
    expect(retryDelay(0, 61_000, 0.5)).toBe(61_000);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 9, 1, 12, 0, 0);

  it.each([
    ['0', 0],
    ['1', 1_000],
    [' 120 ', 120_000],
    ['Thu, 01 Oct 2026 12:00:05 GMT', 5_000],
    ['Thu, 01 Oct 2026 11:59:00 GMT', 0],
  ])('%s is understood', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });

  it.each([
    null,
    '',
    '-1',
    '1.5',
    '1e3',
    '99999999999',
    'soon',
    '2026-10-01T12:00:05Z',
    'Thursday, 01-Oct-26 12:00:05 GMT',
    'Thu, 99 Xxx 2026 99:99:99 GMT',
    'after Thu, 01 Oct 2026 12:00:05 GMT',
    'Thu, 01 Oct 2026 12:00:05 GMT+0300',
    '1 2',
    'x1',
  ])('%s is not', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});
