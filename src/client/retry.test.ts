import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRetry, parseRetryAfter, retryDelay } from './retry.ts';

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
  ])('%s is not', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined();
  });
});
