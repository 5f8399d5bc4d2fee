import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { createRedactor, redactedBody, redactedPath, safeCause } from './redact.ts';

const AUTHORIZATION = `Basic ${btoa('client:the-api-key')}`;
const CREDENTIALS = [btoa('client:the-api-key'), 'the-api-key'];

describe('a redacted body', () => {
  it('shows what the contract describes as harmless, and masks the rest', () => {
    expect(redactedBody('createCustomer', fixtures.CustomerCreateGuide)).toEqual({
      referenceId: 'customer-1001',
      email: '[redacted]',
      firstName: '[redacted]',
      lastName: '[redacted]',
      phone: '[redacted]',
      metadata: '[redacted]',
    });
    expect(redactedBody('createPayment', fixtures.PaymentCreateGuide)).toEqual({
      ...fixtures.PaymentCreateGuide,
      paymentMethod: { source: 'token', paymentInstrument: { token: '[redacted]' } },
    });
  });

  it('masks properties that the contract does not describe, whatever they are called', () => {
    const body = {
      referenceId: 'r',
      cardNumber: 'c',
      constructor: 'x',
      nested: { deep: ['secret'] },
      toString: 'y',
    };
    const masked = {
      referenceId: 'r',
      cardNumber: '[redacted]',
      constructor: '[redacted]',
      nested: '[redacted]',
      toString: '[redacted]',
    };
    expect(redactedBody('createCustomer', body)).toEqual(masked);
  });

  it('masks a described property that holds an object in place of a text', () => {
    expect(redactedBody('createCustomer', { referenceId: { secret: 1 } })).toEqual({
      referenceId: '[redacted]',
    });
  });

  it('stays absent where there was none, and keeps null', () => {
    expect(redactedBody('listCustomers', undefined)).toBeUndefined();
    expect(redactedBody('createCustomer', { email: null })).toEqual({ email: null });
  });
});

describe('redacted lists in a body', () => {
  it('are masked part by part where the contract describes the parts, and as a whole where it does not', () => {
    const amount = { total: [1, 2], currency: 'UYU' };
    expect(redactedBody('createPayment', { amount: [{ total: 1, secret: 's' }] })).toEqual({
      amount: [{ total: 1, secret: '[redacted]' }],
    });
    expect(redactedBody('createPayment', { amount })).toEqual({
      amount: { total: '[redacted]', currency: 'UYU' },
    });
    expect(redactedBody('createCustomer', { phone: ['1', '2'] })).toEqual({ phone: '[redacted]' });
    expect(redactedBody('createPayment', [])).toEqual([]);
  });

  it('hide nothing from the redaction of text', () => {
    const body = { phone: ['first-secret', { deep: 'second-secret' }], referenceId: ['third-secret', 1234] };
    const redact = createRedactor('createCustomer', {}, body, []);
    expect(redact('first-secret second-secret')).toBe('[redacted] [redacted]');
  });

  it('keep null inside them, and take numbers and booleans as values', () => {
    const body = { referenceId: 7, email: undefined, metadata: { a: null }, firstName: true };
    expect(redactedBody('createCustomer', body)).toEqual({
      referenceId: 7,
      email: undefined,
      metadata: '[redacted]',
      firstName: '[redacted]',
    });
  });
});

describe('redacted path parameters', () => {
  it('are all masked where the contract shows none of the operation', () => {
    expect(redactedPath('listCustomers', { customerId: 'c-1' })).toEqual({ customerId: '[redacted]' });
    expect(redactedPath('listCustomers', {})).toEqual({});
  });

  it('show the customer and mask the token', () => {
    const path = { customerId: 'c-1', token: 't-1' };
    expect(redactedPath('deletePaymentInstrument', path)).toEqual({ customerId: 'c-1', token: '[redacted]' });
  });
});

describe('redacted text', () => {
  it('holds none of the values that were sent and must not be printed, however they are written', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 3, unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          // Less than three letters is no secret, and spaces around it do not make it one; the mask's own letters prove nothing.
          fc.pre(secret.trim().length >= 3 && !'[redacted]'.includes(secret.trim()));
          const redact = createRedactor('createCustomer', {}, { firstName: secret }, CREDENTIALS);
          const text = redact(`${before}|${secret}|${encodeURIComponent(secret)}|${after}`);
          // What stood apart stays apart: without the masks, neighbours could form the secret anew.
          expect(text.split('[redacted]').join('\u0001')).not.toContain(secret);
        },
      ),
    );
  });

  it('masks the key, the whole header and its encoded form', () => {
    const redact = createRedactor('listCustomers', {}, undefined, CREDENTIALS);
    expect(redact(`key the-api-key header ${AUTHORIZATION}`)).toBe('key [redacted] header Basic [redacted]');
  });

  it('masks addresses and card-like numbers that were never sent, and leaves ordinary numbers', () => {
    const redact = createRedactor('listCustomers', {}, undefined, CREDENTIALS);
    const pan = ['4111', '1111', '1111', '1111'];
    expect(redact(`no ${pan.join(' ')} nor ${pan.join('')} for a.b@example.com on 2026-10-01, 12345`)).toBe(
      'no [redacted] nor [redacted] for [redacted] on 2026-10-01, 12345',
    );
  });

  it('holds no parameter of the path that is masked, and keeps the ones that are shown', () => {
    const path = { customerId: 'customer-1', token: 'tok/en 1' };
    const redact = createRedactor('deletePaymentInstrument', path, undefined, []);
    expect(redact('customer-1 has tok/en 1 at /tok%2Fen%201')).toBe(
      'customer-1 has [redacted] at /[redacted]',
    );
    expect(createRedactor('listCustomers', { any: 'value' }, undefined, [])('a value')).toBe('a [redacted]');
  });

  it('holds no masked value as JSON writes it, trimmed, or as a number', () => {
    const body = { firstName: 'a "b" c', lastName: '  padded  ', phone: 59_899, email: true };
    const redact = createRedactor('createCustomer', {}, body, []);
    expect(redact('{"firstName":"a \\"b\\" c"}')).toBe('{"firstName":"[redacted]"}');
    expect(redact('|padded| 59899 true')).toBe('|[redacted]| [redacted] true');
  });

  it('masks the longer of two values of which one is part of the other', () => {
    for (const body of [
      { firstName: 'abc', lastName: 'abc-def' },
      { firstName: 'abc-def', lastName: 'abc' },
    ])
      expect(createRedactor('createCustomer', {}, body, [])('abc-def, abc')).toBe('[redacted], [redacted]');
  });

  it('masks half a surrogate pair too, which no address can hold', () => {
    const redact = createRedactor('createCustomer', {}, { firstName: 'ab\ud800' }, []);
    expect(redact('ab\ud800')).toBe('[redacted]');
  });

  it('keeps what the contract shows of a body', () => {
    const redact = createRedactor('createPayment', {}, fixtures.PaymentCreateGuide, []);
    expect(redact(fixtures.PaymentCreateGuide.referenceId)).toBe(fixtures.PaymentCreateGuide.referenceId);
  });

  it.each([
    ['<a@b.co>', '<[redacted]>'],
    ['"a.b+c@d-e.example.com"', '"[redacted]"'],
    ["'ñ@b.co', x@y.zz", "'[redacted]', [redacted]"],
    ['a@b and @b.co and a@.', 'a@b and @b.co and a@.'],
  ])('in %s masks what is an e-mail address', (text, expected) => {
    expect(createRedactor('listCustomers', {}, undefined, [])(text)).toBe(expected);
  });

  it('masks 13 to 19 digits as a card number, in a row or in groups', () => {
    const redact = createRedactor('listCustomers', {}, undefined, []);
    for (const length of [13, 16, 19]) {
      const digits = '1234567890'.repeat(2).slice(0, length);
      for (const text of [digits, [...digits].join(' '), [...digits].join('-')])
        expect(redact(`no ${text}.`)).toBe('no [redacted].');
      for (const text of [`x${digits}`, `${digits}x`, [...digits].join('  ')])
        expect(redact(text)).toBe(text);
    }
    for (const text of ['123456789012', '12345678901234567890']) expect(redact(text)).toBe(text);
  });

  it('leaves words alone that are shorter than three letters', () => {
    expect(createRedactor('createCustomer', {}, { firstName: 'an' }, CREDENTIALS)('an answer')).toBe(
      'an answer',
    );
  });
});

describe('a safe cause', () => {
  it('keeps names, codes, words and causes, and drops everything else', () => {
    const inner = Object.assign(new Error('connect the-api-key'), {
      code: 'ECONNRESET',
      request: { authorization: AUTHORIZATION },
    });
    const cause = new TypeError('fetch failed', { cause: inner });
    const safe = safeCause(cause, createRedactor('listCustomers', {}, undefined, CREDENTIALS));
    expect([safe.name, safe.message]).toEqual(['TypeError', 'fetch failed']);
    if (!(safe.cause instanceof Error)) return expect.fail('the inner cause is gone');
    expect([safe.cause.message, Reflect.get(safe.cause, 'code')]).toEqual([
      'connect [redacted]',
      'ECONNRESET',
    ]);
    expect(Object.keys(safe.cause)).toEqual(['code']);
  });

  it('masks a secret of three letters', () => {
    expect(createRedactor('createCustomer', {}, { firstName: 'ana' }, [])('for ana')).toBe('for [redacted]');
  });

  it('masks secrets in name, code and stack, and prints no name twice', () => {
    const redact = (text: string) => text.replaceAll('canary', '[redacted]');
    const cause = Object.assign(new Error('m'), { name: 'canary-name', code: 'canary-code' });
    cause.stack = 'canary at line 1';
    const safe = safeCause(cause, redact);
    expect([safe.name, Reflect.get(safe, 'code'), safe.stack]).toEqual([
      '[redacted]-name',
      '[redacted]-code',
      '[redacted] at line 1',
    ]);
    expect(Object.keys(safe)).toEqual(['code']);
    expect(Object.getOwnPropertyDescriptor(safe, 'name')?.configurable).toBe(true);
  });

  it('has no cause and no code where there was none, and no code that is no text', () => {
    const redact = (text: string) => text;
    const safe = safeCause(Object.assign(new Error('m'), { code: 7 }), redact);
    expect('cause' in safe).toBe(false);
    expect('code' in safe).toBe(false);
    const bare = new Error('m');
    Reflect.deleteProperty(bare, 'stack');
    Object.defineProperty(bare, 'stack', { value: undefined });
    expect(safeCause(bare, redact).stack).toContain('Error: m');
  });

  it('keeps six errors of a chain and no more', () => {
    let chain = new Error('7');
    for (const name of ['6', '5', '4', '3', '2', '1']) chain = new Error(name, { cause: chain });
    const kept: string[] = [];
    for (let at: unknown = safeCause(chain, (text) => text); at instanceof Error; at = at.cause)
      kept.push(at.message);
    expect(kept).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('redacts words that were thrown', () => {
    expect(safeCause('canary', () => '[redacted]').message).toBe('[redacted]');
    expect(safeCause(undefined, (text) => text).message).toBe('a thrown undefined');
  });

  it('says what was thrown where it was no error, and ends in a circle of causes', () => {
    const redact = (text: string) => text;
    expect(safeCause('words', redact).message).toBe('words');
    expect(safeCause({ secret: 1 }, redact).message).toBe('a thrown object');
    const circle = new Error('circle');
    circle.cause = circle;
    expect(safeCause(circle, redact).message).toBe('circle');
  });
});
