import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { type OperationDescription, operations } from '../../generated/operations.ts';
import { validators as standalone } from '../../generated/validators.js';
import { brokenCopies } from './broken-copies.fixture.ts';
import { validators } from './schema-reader.ts';
import type { Violation } from './validator.ts';

/** Every documented body with the pointer of its schema. */
const EXAMPLES = Object.values<OperationDescription>(operations).flatMap(({ request, responses }) =>
  [...(request === undefined ? [] : [request]), ...Object.values(responses)].flatMap(
    ({ schema = '', examples }) =>
      Object.values(examples).map((name) => ({ schema, value: Reflect.get(fixtures, name) as unknown })),
  ),
);

function verdict(validate: (typeof validators)[string] | undefined, value: unknown): readonly Violation[] {
  if (validate === undefined) return expect.fail('there is no such validator');
  const ok = validate(value);
  const errors = validate.errors ?? [];
  expect(ok).toBe(errors.length === 0);
  return errors;
}

/** Fails with the value where the two disagree in anything that they say. */
function agreeOn(schema: string, value: unknown): number {
  const ours = verdict(validators[schema], value);
  const ajvs = verdict(standalone[schema], value);
  if (JSON.stringify(ours) !== JSON.stringify(ajvs))
    expect(ours, `${schema}: ${JSON.stringify(value)}`).toEqual(ajvs);
  return ours.length;
}

describe('the schemas, read as data,', () => {
  it('are those that have a validator made by ajv', () => {
    expect(Object.keys(validators)).toEqual(Object.keys(standalone));
  });

  it('accept every example', () => {
    expect(EXAMPLES.length).toBeGreaterThan(30);
    for (const { schema, value } of EXAMPLES) expect(verdict(validators[schema], value)).toEqual([]);
  });

  it('give the verdicts, errors and words of ajv, in its order, on broken copies of every example', () => {
    const refused = EXAMPLES.flatMap(({ schema, value }) =>
      [...brokenCopies(value)].filter((copy) => agreeOn(schema, copy) > 0),
    );
    expect(refused.length).toBeGreaterThan(1_000);
  });

  it('give them on a value with several faults at once', () => {
    const value = { id: 7, email: [], birthdate: 'yesterday', metadata: { a: 1, b: 'x', 'c/~d': null } };
    expect(agreeOn('/components/schemas/Customer', value)).toBe(5);
    const instrument = { issuer: { id: -0.5, name: 1 }, expMonth: 13.5, expYear: -1 };
    expect(agreeOn('/components/schemas/PaymentInstrument', instrument)).toBe(9);
    const body = { merchantId: 2 ** 40, amount: { total: -1 }, paymentMethod: { paymentInstrument: {} } };
    expect(agreeOn('/components/schemas/PaymentCreate', body)).toBe(7);
  });

  it('give them on whatever JSON can say, under every schema', () => {
    const names = [
      '',
      'id',
      'token',
      'status',
      'metadata',
      'email',
      'amount',
      'total',
      'a/b',
      '~',
      '__proto__',
    ];
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'binary' }),
        fc.constantFrom('2026-01-31T00:00:00Z', '2026-02-30T00:00:00Z', 'a@b.example', 'a@b', '\u{1f600}'),
        fc.integer({ min: -1, max: 700 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...names), tie('value'), { noNullPrototype: true }),
      ),
    }));
    const places = Object.keys(standalone);
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (place, given) => {
        agreeOn(place, given);
      }),
      { numRuns: 500 },
    );
  });
});
