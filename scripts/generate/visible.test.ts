import { describe, expect, it } from 'vitest';
import { routes } from '../../generated/routes.ts';
import type { SchemaObject } from '../../src/contract/document.ts';
import { routesTable } from './routes.ts';
import { theContract } from './the-contract.ts';
import { visiblePart } from './visible.ts';

const document = theContract();

function partOf(schema: SchemaObject) {
  return visiblePart(document, schema);
}

describe('what may be printed of a value', () => {
  it('is what is described and not marked as sensitive', () => {
    const schema = {
      type: 'object',
      properties: { open: { type: 'string' }, secret: { type: 'string', 'x-sensitive': true } },
    };
    expect(partOf(schema)).toEqual({ open: true });
  });

  it('is nothing of an object that is marked as a whole, whatever its members say', () => {
    expect(
      partOf({ type: 'object', 'x-sensitive': true, properties: { open: { type: 'string' } } }),
    ).toBeUndefined();
  });

  it("is nothing of a free map, because its keys and values are the caller's", () => {
    expect(partOf({ type: 'object', additionalProperties: { type: 'string' } })).toBeUndefined();
    expect(partOf({ type: 'object', additionalProperties: true })).toBeUndefined();
  });

  it('follows references and lists', () => {
    const reference = { $ref: '#/components/schemas/PaymentInstrumentReference' };
    expect(visiblePart(document, reference)).toEqual({});
    expect(partOf({ type: 'array', items: { type: 'object', properties: { wrapped: reference } } })).toEqual({
      wrapped: {},
    });
  });
});

describe('the table of what may be printed', () => {
  it('hides every token, e-mail address, name, telephone number and pair of metadata', () => {
    expect(routes.createCustomer.body).toEqual({ referenceId: true });
    expect(routes.deletePaymentInstrument.shown).toEqual(['customerId']);
    expect(routes.createPayment.body).toMatchObject({
      amount: { total: true, currency: true },
      paymentMethod: { source: true, paymentInstrument: {} },
    });
  });

  it('changes with the marks of the spec', () => {
    const changed = structuredClone(document);
    Object.assign(changed.components?.parameters?.['CustomerId']?.schema ?? {}, { 'x-sensitive': true });
    expect(routesTable(document)['deleteCustomer']?.shown).toEqual(['customerId']);
    expect(routesTable(changed)['deleteCustomer']?.shown).toBeUndefined();
  });
});
