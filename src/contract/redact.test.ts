import { describe, expect, it } from 'vitest';
import { createRedaction, MASK } from './redact.ts';

const EMAIL = 'person.canary@private.uy';
const TOKEN = 'token-canary-32f1';
const SECRET = 'api-key-canary';
const CARD = ['4242', '4242', '4242', '4242'].join('');

describe('what a report may print', () => {
  const redaction = createRedaction([SECRET]);

  it('is what the contract describes and does not mark as sensitive', () => {
    const body = { id: 'c-1', referenceId: 'r-1', email: EMAIL, metadata: { key: 'canary' }, shoeSize: 42 };
    const text = redaction.body('retrieveCustomer', 'response', 200, JSON.stringify(body));
    expect(JSON.parse(text)).toEqual({
      id: 'c-1',
      referenceId: 'r-1',
      email: MASK,
      metadata: { key: MASK },
      shoeSize: MASK,
    });
  });

  it('is nothing of a value that stands where the contract has none, or another kind of value', () => {
    const list = JSON.stringify([{ token: { deep: TOKEN }, name: [CARD] }, 'canary']);
    const text = redaction.body('listPaymentInstruments', 'response', 200, list);
    for (const canary of [TOKEN, CARD, 'canary']) expect(text).not.toContain(canary);
    expect(redaction.body('retrieveCustomer', 'response', 418, `{"id":"${TOKEN}"}`)).not.toContain(TOKEN);
  });

  it('is text without secrets, addresses and card numbers, in whichever form they stand', () => {
    const text = redaction.text(
      `key ${SECRET}, ${encodeURIComponent(SECRET)}, mail <${EMAIL}>, card ${CARD}`,
    );
    for (const canary of [SECRET, EMAIL, CARD]) expect(text).not.toContain(canary);
    expect(redaction.text('write to customer@example.com about order 1001')).toBe(
      'write to customer@example.com about order 1001',
    );
  });

  it('is an address without user, query values and tokens', () => {
    const url = `https://user:pass@api.example.com/v1/customers/c-1/payment-instruments/${TOKEN}?key=${SECRET}`;
    const shown = redaction.url('deletePaymentInstrument', url);
    for (const canary of ['user', 'pass', TOKEN, SECRET]) expect(shown).not.toContain(canary);
    expect(shown).toContain('/v1/customers/c-1/payment-instruments/');
  });

  it('is the name of every header, and the value of harmless ones', () => {
    const headers = new Headers({
      authorization: `Basic ${btoa(`c:${SECRET}`)}`,
      cookie: 'sid=1',
      allow: 'GET',
    });
    expect(redaction.headers(headers)).toEqual({ allow: 'GET', authorization: MASK, cookie: MASK });
  });

  it.each([
    ['body/email', '"canary"', 'a string'],
    ['body/metadata/key', '{"a":1}', 'an object'],
    ['body/document/value', '7', 'a number'],
    ['body/id', '7', '7'],
    ['body/referenceId', '["x"]', 'a list'],
  ])('is the kind of the value at %s where it is sensitive', (at, got, shown) => {
    const finding = {
      rule: 'body-schema',
      severity: 'error',
      operation: 'retrieveCustomer',
      status: 200,
      spec: '',
      at,
      keyword: 'type',
      expected: 'x',
      got,
    } as const;
    expect(redaction.finding(finding).got).toBe(shown);
  });
});
