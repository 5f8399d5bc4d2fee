import { describe, expect, it } from 'vitest';
import {
  ApiError,
  AuthenticationError,
  apiErrorClass,
  BadRequestError,
  ConflictError,
  isApiError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from './api-errors.ts';
import {
  AbortedError,
  ConfigurationError,
  ConnectionError,
  isPlexoError,
  RequestError,
  ResponseValidationError,
  TimeoutError,
} from './errors.ts';

const DETAILS = { operation: 'createPayment', outcome: 'unknown', attempts: 2 } as const;
const ALL = [
  [() => new ConfigurationError('m'), 'ConfigurationError', 'configuration'],
  [() => new RequestError('m', {}), 'RequestError', 'request'],
  [() => new ConnectionError('m', DETAILS), 'ConnectionError', 'connection'],
  [
    () => new TimeoutError('m', { ...DETAILS, phase: 'body', scope: 'attempt', limitMs: 1 }),
    'TimeoutError',
    'timeout',
  ],
  [() => new AbortedError('m', DETAILS), 'AbortError', 'aborted'],
  [
    () => new ResponseValidationError('m', { ...DETAILS, status: 200, findings: [] }),
    'ResponseValidationError',
    'response',
  ],
  [() => new ApiError('m', { ...DETAILS, status: 418 }), 'ApiError', 'api'],
  [() => new BadRequestError('m', { ...DETAILS, status: 400 }), 'BadRequestError', 'api'],
  [() => new AuthenticationError('m', { ...DETAILS, status: 400 }), 'AuthenticationError', 'api'],
  [() => new PermissionDeniedError('m', { ...DETAILS, status: 400 }), 'PermissionDeniedError', 'api'],
  [() => new NotFoundError('m', { ...DETAILS, status: 400 }), 'NotFoundError', 'api'],
  [() => new ConflictError('m', { ...DETAILS, status: 400 }), 'ConflictError', 'api'],
  [() => new UnprocessableEntityError('m', { ...DETAILS, status: 400 }), 'UnprocessableEntityError', 'api'],
  [() => new RateLimitError('m', { ...DETAILS, status: 400 }), 'RateLimitError', 'api'],
  [() => new ServerError('m', { ...DETAILS, status: 400 }), 'ServerError', 'api'],
] as const;

describe('an error', () => {
  it.each(ALL)('is known by its name and kind: %s', (create, name, kind) => {
    const error = create();
    expect(error.name).toBe(name);
    expect(error.kind).toBe(kind);
    expect(error.message).toBe('m');
    expect(error).toBeInstanceOf(Error);
    expect(isPlexoError(error)).toBe(true);
    expect(isApiError(error)).toBe(kind === 'api');
  });

  it.each(ALL)('prints what a log needs, its name first: %s', (create, name, kind) => {
    const error = create();
    const printed = error.toJSON();
    expect(Object.entries(printed).slice(0, 3)).toEqual([
      ['name', name],
      ['kind', kind],
      ['message', 'm'],
    ]);
    expect(printed).toMatchObject({ outcome: error.outcome, attempts: error.attempts });
    expect(Object.keys(printed)).not.toContain('cause');
    expect(Object.keys(printed)).not.toContain('stack');
  });

  it('of what was never sent says so', () => {
    expect(new ConfigurationError('m')).toMatchObject({ outcome: 'not_sent', attempts: 0 });
    expect(new RequestError('m', { operation: 'createPayment' })).toMatchObject({
      outcome: 'not_sent',
      attempts: 0,
      operation: 'createPayment',
    });
  });

  it('has a cause only where there is one', () => {
    expect('cause' in new ConnectionError('m', DETAILS)).toBe(false);
    const cause = new Error('reset');
    const error = new ConnectionError('m', { ...DETAILS, cause });
    expect(error.cause).toBe(cause);
    expect(Object.keys(error)).not.toContain('cause');
  });

  it('of another copy of this package is recognised, and nothing else is', () => {
    const foreign = { [Symbol.for('plexo-customers.error')]: true, kind: 'timeout' };
    expect(isPlexoError(foreign)).toBe(true);
    expect(isApiError(foreign)).toBe(false);
    expect(isApiError({ ...foreign, kind: 'api' })).toBe(true);
    for (const other of [undefined, null, 'text', 7, {}, new Error('other'), { kind: 'api' }]) {
      expect(isPlexoError(other)).toBe(false);
      expect(isApiError(other)).toBe(false);
    }
  });
});

describe('the class of a status', () => {
  it.each([
    [302, ApiError],
    [402, ApiError],
    [499, ApiError],
    [500, ServerError],
    [599, ServerError],
    [404, NotFoundError],
  ] as const)('%i is the closest one', (status, expected) => {
    expect(apiErrorClass(status)).toBe(expected);
  });
});
