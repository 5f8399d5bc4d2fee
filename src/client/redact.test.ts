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

describe('redacted path parameters', () => {
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

  it('says what was thrown where it was no error, and ends in a circle of causes', () => {
    const redact = (text: string) => text;
    expect(safeCause('words', redact).message).toBe('words');
    expect(safeCause({ secret: 1 }, redact).message).toBe('a thrown object');
    const circle = new Error('circle');
    circle.cause = circle;
    expect(safeCause(circle, redact).message).toBe('circle');
  });
});
