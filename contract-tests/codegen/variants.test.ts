import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { UNKNOWN_PROPERTY, UNKNOWN_VALUE, VARIANTS } from './variants.ts';

const document = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));

describe('the variants of an example', () => {
  it('put an unknown property into every object whose properties are described, and into no map', () => {
    const list =
      '/paths/~1v1~1customers~1{customerId}~1payment-instruments/get/responses/200/content/application~1json/schema';
    const [instrument] = fixtures.PaymentInstrumentListGuide;
    const varied = VARIANTS['unknown properties'](document, list, [JSON.parse(JSON.stringify(instrument))]);
    expect(varied).toMatchObject([{ [UNKNOWN_PROPERTY]: {}, issuer: { id: 1, [UNKNOWN_PROPERTY]: {} } }]);
    const customer = VARIANTS['unknown properties'](document, '/components/schemas/Customer', {
      id: 'a',
      metadata: { segment: 'gold' },
    });
    expect(customer).toMatchObject({ [UNKNOWN_PROPERTY]: {}, metadata: { segment: 'gold' } });
    expect(customer).not.toHaveProperty(['metadata', UNKNOWN_PROPERTY]);
  });

  it('put an unknown value into every open list and nowhere else', () => {
    const varied = VARIANTS['unknown values'](document, '/components/schemas/PaymentCreate', {
      ...fixtures.PaymentCreateGuide,
      amount: { total: 1, currency: 'UYU' },
      capture: { method: 'automatic' },
      paymentMethod: { source: 'token', paymentInstrument: { token: 'a' } },
    });
    expect(varied).toEqual({
      ...fixtures.PaymentCreateGuide,
      amount: { total: 1, currency: UNKNOWN_VALUE },
      capture: { method: UNKNOWN_VALUE },
      paymentMethod: { source: UNKNOWN_VALUE, paymentInstrument: { token: 'a' } },
    });
  });

  it('leave null and the original alone', () => {
    const original = { id: 'a', metadata: null, document: null };
    const copy = structuredClone(original);
    VARIANTS['unknown properties'](document, '/components/schemas/Customer', original);
    expect(original).toEqual(copy);
  });
});
