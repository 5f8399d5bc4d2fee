import { describe, expect, it } from 'vitest';
import { type CallFacts, correlationIdOf, errorFor, validationError } from './failure.ts';

const NOW = Date.UTC(2026, 9, 1, 12, 0, 0);
const FAILED = { kind: 'failed', cause: new Error('reset') } as const;
const TIMEOUT = { kind: 'timeout', phase: 'headers', scope: 'attempt', limitMs: 100 } as const;

/** Facts of a payment at its first attempt; whatever says "canary" is a secret. */
function facts(given: Partial<CallFacts> = {}): CallFacts {
  return {
    operation: 'createPayment',
    write: true,
    attempts: 1,
    mayHaveHappened: false,
    redact: (text) => text.replaceAll('canary', '[redacted]'),
    ...given,
  };
}

const READ = { operation: 'listCustomers', write: false } as const;
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const answered = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });
const whole = (response: Response, body: unknown = {}) => ({ response, sent: true, bytes: bytes(body) });

describe('a correlation id', () => {
  it('is taken from the response, redacted, and no longer than 128 characters', () => {
    const { redact } = facts();
    expect(correlationIdOf(answered(200, { 'x-correlation-id': 'c-canary' }), redact)).toBe('c-[redacted]');
    expect(correlationIdOf(answered(200, { 'x-correlation-id': 'c'.repeat(200) }), redact)).toHaveLength(128);
  });

  it('is absent where the response, or what it says, is', () => {
    const { redact } = facts();
    expect(correlationIdOf(undefined, redact)).toBeUndefined();
    expect(correlationIdOf(answered(200), redact)).toBeUndefined();
    expect(correlationIdOf(answered(200, { 'x-correlation-id': '' }), redact)).toBeUndefined();
  });

  it('is on every error of a response', () => {
    const response = answered(200, { 'x-correlation-id': 'c-1' });
    const finding = { rule: 'r', spec: '', at: 'body', expected: 'a', got: 'b' };
    expect(validationError(response, [finding], facts()).correlationId).toBe('c-1');
    expect(errorFor({ response, sent: true, cut: FAILED }, facts(), NOW).correlationId).toBe('c-1');
    const refused = answered(400, { 'x-correlation-id': 'c-2' });
    expect(errorFor(whole(refused), facts(), NOW).correlationId).toBe('c-2');
  });
});

describe('the error of a status', () => {
  it('takes code, type and message of the body, redacted and cut to a length', () => {
    const body = { code: 'canary', type: 't'.repeat(200), message: 'm'.repeat(2_000) };
    expect(errorFor(whole(answered(400), body), facts(), NOW)).toMatchObject({
      name: 'BadRequestError',
      message: 'createPayment was answered 400 ([redacted])',
      code: '[redacted]',
      type: 't'.repeat(100),
      apiMessage: 'm'.repeat(1_000),
      status: 400,
      attempts: 1,
      operation: 'createPayment',
    });
    const long = errorFor(whole(answered(400), { code: 'c'.repeat(200) }), facts(), NOW);
    expect(long).toMatchObject({ code: 'c'.repeat(100) });
  });

  it.each([[undefined], [null], ['text'], [{ code: 7, type: '', message: null }], [['code']]])(
    'does without them where the body is %j',
    (body) => {
      const end = {
        response: answered(400),
        sent: true,
        bytes: body === undefined ? undefined : bytes(body),
      };
      const error = errorFor(end, facts(), NOW);
      expect(error).toMatchObject({ code: undefined, type: undefined, apiMessage: undefined });
      expect(error.message).toBe('createPayment was answered 400');
    },
  );

  it('stays one line, whatever code the body holds', () => {
    const error = errorFor(whole(answered(400), { code: 'first\nsecond' }), facts(), NOW);
    expect(error.message).toBe('createPayment was answered 400 (first)');
  });

  it('says how long the server asked to wait', () => {
    const until = answered(429, { 'retry-after': 'Thu, 01 Oct 2026 12:00:05 GMT' });
    expect(errorFor(whole(until), facts(), NOW)).toMatchObject({ retryAfterMs: 5_000 });
    expect(errorFor(whole(answered(429)), facts(), NOW)).toMatchObject({ retryAfterMs: undefined });
  });

  it.each([
    ['a write', 400, facts(), 'rejected'],
    ['a write', 499, facts(), 'rejected'],
    ['a write', 408, facts(), 'unknown'],
    ['a write', 500, facts(), 'unknown'],
    ['a write that may have happened before', 400, facts({ mayHaveHappened: true }), 'unknown'],
    ['a read', 500, facts(READ), 'rejected'],
    ['a read that was tried before', 408, facts({ ...READ, mayHaveHappened: true }), 'rejected'],
  ] as const)('of %s answered %i knows the outcome', (_, status, call, outcome) => {
    expect(errorFor(whole(answered(status)), call, NOW).outcome).toBe(outcome);
  });

  it('says more than the reason why the body is missing, unless the caller aborted', () => {
    expect(errorFor({ response: answered(503), sent: true, cut: FAILED }, facts(), NOW)).toMatchObject({
      name: 'ServerError',
      status: 503,
      code: undefined,
    });
    const cut = { kind: 'aborted', reason: 'enough' } as const;
    expect(errorFor({ response: answered(503), sent: true, cut }, facts(), NOW)).toMatchObject({
      name: 'AbortError',
      outcome: 'unknown',
    });
  });
});

describe('the error of an attempt without a whole response', () => {
  it.each([
    ['that was never sent', { sent: false, cut: FAILED }, facts(), 'not_sent'],
    ['that was sent', { sent: true, cut: FAILED }, facts(), 'unknown'],
    ['after an earlier one', { sent: false, cut: FAILED }, facts({ mayHaveHappened: true }), 'unknown'],
    ['after a success', { response: answered(201), sent: true, cut: FAILED }, facts(), 'accepted'],
  ] as const)('%s knows the outcome', (_, end, call, outcome) => {
    expect(errorFor(end, call, NOW)).toMatchObject({ name: 'ConnectionError', outcome });
  });

  it('ends its message with what became of the request', () => {
    const message = (end: Parameters<typeof errorFor>[0], call: CallFacts) =>
      errorFor(end, call, NOW).message;
    const lost = 'no complete response arrived (reset)';
    expect(message({ sent: false, cut: FAILED }, facts())).toBe(`createPayment: ${lost}; nothing was sent`);
    expect(message({ sent: false, cut: FAILED }, facts({ attempts: 3 }))).toBe(
      `createPayment: ${lost} after 3 attempts; nothing was sent`,
    );
    expect(message({ response: answered(201), sent: true, cut: FAILED }, facts())).toBe(
      `createPayment: ${lost}; the server had accepted it`,
    );
    expect(message({ sent: true, cut: FAILED }, facts({ ...READ, attempts: 2 }))).toBe(
      `listCustomers: ${lost} after 2 attempts`,
    );
    expect(message({ sent: true, cut: FAILED }, facts(READ))).toBe(`listCustomers: ${lost}`);
  });

  it.each([
    ['createCustomer', /look for its referenceId in customers\.list\(\)/],
    ['updateCustomer', /retrieve the customer, or send the same update again$/],
    ['deleteCustomer', /retrieve the customer, or delete it again$/],
    ['deletePaymentInstrument', /list the instruments, or delete it again$/],
    ['createPayment', /find the payment by its referenceId before you charge again$/],
    ['createSession', /start another session with another referenceId/],
  ] as const)('of %s tells the way to find out', (operation, advice) => {
    const { message } = errorFor({ sent: true, cut: FAILED }, facts({ operation, attempts: 2 }), NOW);
    expect(message).toMatch(/ after 2 attempts; whether it happened is unknown: /);
    expect(message).toMatch(advice);
  });

  it('names the limit that was reached, and what was waited for', () => {
    const attempt = errorFor({ sent: true, cut: TIMEOUT }, facts(READ), NOW);
    expect(attempt).toMatchObject({
      name: 'TimeoutError',
      phase: 'headers',
      scope: 'attempt',
      limitMs: 100,
      outcome: 'unknown',
      message: 'listCustomers: time was up while waiting for a response (timeoutMs 100)',
    });
    const cut = { ...TIMEOUT, phase: 'body', scope: 'deadline' } as const;
    const deadline = errorFor({ response: answered(200), sent: true, cut }, facts(READ), NOW);
    expect(deadline).toMatchObject({
      phase: 'body',
      scope: 'deadline',
      outcome: 'accepted',
      message:
        'listCustomers: time was up while waiting for the rest of the body (deadlineMs 100); the server had accepted it',
    });
    expect(deadline.kind).toBe('timeout');
  });

  it('keeps the reason of an abort as its cause', () => {
    const cut = { kind: 'aborted', reason: { any: 'thing' } } as const;
    const error = errorFor({ sent: false, cut }, facts(), NOW);
    expect(error).toMatchObject({
      name: 'AbortError',
      outcome: 'not_sent',
      message: 'createPayment was aborted by the caller; nothing was sent',
    });
    expect(error.cause).toBe(cut.reason);
  });

  it('of a request that cannot be built says that nothing was sent, and keeps the cause, redacted', () => {
    const cut = { kind: 'unsendable', cause: new Error('bad canary') } as const;
    expect(errorFor({ sent: false, cut }, facts(), NOW)).toMatchObject({
      name: 'RequestError',
      outcome: 'not_sent',
      attempts: 1,
      message: 'createPayment: the request cannot be built; nothing was sent',
      cause: { message: 'bad [redacted]' },
    });
  });

  it('of a body over the limit is about a success', () => {
    const cut = { kind: 'oversized', limitBytes: 10 } as const;
    expect(errorFor({ response: answered(201), sent: true, cut }, facts(), NOW)).toMatchObject({
      name: 'ResponseValidationError',
      outcome: 'accepted',
      status: 201,
      message: 'createPayment was answered 201, but body: expected at most 10 bytes, got more',
      findings: [{ rule: 'body-size', spec: '', at: 'body', expected: 'at most 10 bytes', got: 'more' }],
    });
  });

  it.each<[string, unknown, string]>([
    ['the words of the inner cause', new TypeError('outer', { cause: new Error('inner') }), 'inner'],
    ['its own words', new Error('own'), 'own'],
    ['its own words beside a cause that is no error', new Error('own', { cause: 7 }), 'a thrown number'],
    ['the code where there are no words', Object.assign(new Error(''), { code: 'ECONNRESET' }), 'ECONNRESET'],
    ['the name where there is neither', new RangeError(''), 'RangeError'],
    ['no secret', new Error('with canary'), 'with [redacted]'],
    ['one line', new Error('first\nsecond'), 'first'],
    ['no more than 200 characters', new Error('x'.repeat(300)), 'x'.repeat(200)],
    ['what was thrown where it was no error', 'words', 'words'],
  ])('gives as its reason %s', (_, cause, reason) => {
    const error = errorFor({ sent: true, cut: { kind: 'failed', cause } }, facts(READ), NOW);
    expect(error.message).toBe(`listCustomers: no complete response arrived (${reason})`);
    expect(error.cause).toBeInstanceOf(Error);
  });
});

describe('the error of a success that breaks the contract', () => {
  it('begins with the first finding and holds all of them', () => {
    const findings = [
      { rule: 'r', spec: '/s', at: 'body/id', expected: 'a string', got: 'a number' },
      { rule: 'r', spec: '/s', at: 'body/email', expected: 'a string', got: 'an array' },
    ];
    const error = validationError(answered(201), findings, facts({ attempts: 2 }));
    expect(error).toMatchObject({
      operation: 'createPayment',
      outcome: 'accepted',
      attempts: 2,
      status: 201,
      message: 'createPayment was answered 201, but body/id: expected a string, got a number',
    });
    expect(error.findings).toEqual(findings);
  });
});
