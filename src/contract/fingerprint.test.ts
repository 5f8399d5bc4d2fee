import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

const FINDING = {
  rule: 'body-schema',
  operation: 'listCustomers',
  status: 200,
  spec: '/components/schemas/Customer/properties/id/type',
  at: 'body/3/id',
  keyword: 'type',
} as const;

describe('a fingerprint', () => {
  it('is the same for every element of a list, and stays what it is', () => {
    expect(fingerprint({ ...FINDING, at: 'body/7/id' })).toBe(fingerprint(FINDING));
    expect(fingerprint(FINDING)).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint(FINDING)).toBe('f0e3c38d866d3a2b');
  });

  it.each([
    { rule: 'headers' },
    { operation: 'createCustomer' },
    { status: 201 },
    { spec: '/components/schemas/Customer/required' },
    { at: 'body/3' },
    { keyword: 'required' },
  ] as const)('is another one with %o', (change) => {
    expect(fingerprint({ ...FINDING, ...change })).not.toBe(fingerprint(FINDING));
  });
});
