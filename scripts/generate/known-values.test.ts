import { describe, expect, it } from 'vitest';
import { knownValues, knownValuesModule } from './known-values.ts';
import { theContract } from './the-contract.ts';

describe('the known values', () => {
  it('are every open list of the contract, in its order, with its letters', () => {
    const values = knownValues(theContract());
    expect(values['PaymentInstrument']).toEqual({
      type: ['credit', 'debit', 'prepaid'],
      status: ['Ok', 'active'],
      tokenizationType: ['persistent', 'store', 'temporal'],
    });
    const written = JSON.stringify(theContract().components?.schemas).match(/"x-extensible-enum"/g) ?? [];
    expect(Object.values(values).flatMap((lists) => Object.keys(lists))).toHaveLength(written.length);
  });

  it('are written as one constant', () => {
    expect(knownValuesModule(theContract())).toMatch(/export const knownValues = \{[\s\S]+\} as const;\n$/);
  });
});
