import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { operations } from '../../generated/operations.ts';
import { theContract } from './the-contract.ts';
import { filledIn } from './workflows.ts';

const document = theContract();
const source = (step: unknown) => ({
  arazzo: '1.0.1',
  info: { title: 'A way' },
  workflows: [{ steps: [step] }],
});

describe('the workflow', () => {
  it('has the version of the contract and the value of each example that it names', () => {
    const payload = { $ref: './components/examples/PaymentCreateGuide.yaml#/value' };
    expect(filledIn(source({ operationId: 'createPayment', requestBody: { payload } }), document)).toEqual({
      arazzo: '1.0.1',
      info: { title: 'A way', version: document.info.version },
      workflows: [
        { steps: [{ operationId: 'createPayment', requestBody: { payload: fixtures.PaymentCreateGuide } }] },
      ],
    });
  });

  it('names only operations of the contract', () => {
    for (const operationId of Object.keys(operations))
      expect(() => filledIn(source({ operationId }), document)).not.toThrow();
    expect(() => filledIn(source({ operationId: 'createCustomers' }), document)).toThrow(
      'openapi/workflows.arazzo.yaml (#/workflows/0/steps/0/operationId): the contract has no operation createCustomers',
    );
  });

  it.each([
    './components/examples/Nobody.yaml#/value',
    './components/examples/CustomerFull.yaml',
    'https://example.com/x.yaml#/value',
  ])('names only examples of the contract: not %s', ($ref) => {
    expect(() => filledIn(source({ requestBody: { payload: { $ref } } }), document)).toThrow(
      `(#/workflows/0/steps/0/requestBody/payload): ${$ref} is no example of the contract`,
    );
  });

  it('is refused without the part that the version belongs to', () => {
    expect(() => filledIn({ arazzo: '1.0.1' }, document)).toThrow(
      'openapi/workflows.arazzo.yaml: it has no info',
    );
  });
});
