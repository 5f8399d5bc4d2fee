import { describe, expect, it } from 'vitest';
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { theContract } from '../generate/the-contract.ts';
import { loadLedger } from '../ledger/load.ts';
import { testIdsBelow } from '../ledger/test-ids.ts';
import { type Change, withChanges } from '../lint/changes.ts';
import { gatesFor } from './gates.ts';
import type { Mutant } from './mutants.ts';
import { OPERATORS } from './mutants.ts';
import { percent, scoreOf } from './score.ts';
import { excuseFor, excuses } from './survivors.ts';

const contract = theContract();
const gates = gatesFor({
  contract,
  ledger: await loadLedger(),
  proofs: new Set([
    ...OWN_RULES.map(({ id }) => `rule:${id}`),
    ...(await testIdsBelow(process.cwd())).map((id) => `test:${id}`),
  ]),
  onReview: () => undefined,
});

function noticed(gate: string, change: Change): boolean {
  const document = withChanges(contract, [change]);
  return gates.find(({ id }) => id === gate)?.notice(document) !== undefined;
}

describe('the operators', () => {
  it('have an id and a title of their own, and each makes at least one fault', () => {
    expect(new Set(OPERATORS.map(({ id }) => id)).size).toBe(OPERATORS.length);
    for (const { id, title, faults } of OPERATORS) {
      expect(title, id).not.toBe('');
      expect([...faults(contract)].length, id).toBeGreaterThan(0);
    }
  });

  it('make at least a thousand faults', () => {
    const made = OPERATORS.reduce((sum, operator) => sum + [...operator.faults(contract)].length, 0);
    expect(made).toBeGreaterThanOrEqual(1000);
  });
});

describe('the gates', () => {
  it('notice nothing in the contract itself', () => {
    expect(gates.filter((gate) => gate.notice(contract) !== undefined)).toEqual([]);
  });

  it.each<readonly [string, string, Change]>([
    [
      'rules',
      'an inline object',
      { set: '/components/schemas/Payment/properties/x', to: { type: 'object' } },
    ],
    [
      'ledger',
      'an element without provenance',
      { set: '/components/schemas/Leftover', to: { type: 'string' } },
    ],
    [
      'generator',
      'a schema that cannot be compiled',
      { set: '/components/schemas/Payment/properties/id/format', to: 'emial' },
    ],
    [
      'examples',
      'an example of the wrong type',
      { set: '/components/examples/PaymentApproved/value/id', to: 1 },
    ],
    [
      'contract',
      'a refusal that is lost',
      { remove: '/components/schemas/CustomerCreate/properties/email/format' },
    ],
    [
      'contract',
      'a promise that is lost',
      { remove: '/components/schemas/PaymentInstrument/properties/expMonth/maximum' },
    ],
    [
      'contract',
      'an answer that is refused',
      { set: '/components/schemas/Customer/properties/phone/type', to: 'string' },
    ],
    [
      'review',
      'a longer text in an answer',
      { set: '/components/schemas/Customer/properties/phone/maxLength', to: 5 },
    ],
  ])('%s notices %s', (gate, _, change) => {
    expect(noticed(gate, change)).toBe(true);
  });

  it.each(gates.map(({ id }) => id))('%s lets pass what is only worded otherwise', (gate) => {
    expect(
      noticed(gate, { set: '/components/schemas/Payment/description', to: 'A payment in other words.' }),
    ).toBe(false);
  });
});

describe('the score', () => {
  const mutant = (operator: string, place: string): Mutant => ({
    id: `${operator} ${place}`,
    operator,
    fault: { place, what: 'x', changes: [] },
    document: () => contract,
  });

  it('counts what the review alone noticed apart', () => {
    const [a, b, c] = [mutant('o', '/a'), mutant('o', '/b'), mutant('o', '/c')];
    const score = scoreOf(
      [
        { mutant: a, noticedBy: new Set(['rules', 'review']) },
        { mutant: b, noticedBy: new Set(['review']) },
        { mutant: c, noticedBy: new Set() },
      ],
      ['rules', 'review'],
      ['o'],
    );
    expect(score).toMatchObject({ made: 3, noticed: 2, withoutReview: 1, reviewOnly: [b], survivors: [c] });
    expect(score.gates).toEqual([
      { id: 'rules', noticed: 1, alone: 0 },
      { id: 'review', noticed: 2, alone: 1 },
    ]);
  });

  it('is never rounded up', () => {
    expect(percent(979_999, 1_000_000)).toBe('97.9 %');
  });

  it('excuses a survivor only by a reason for its operator and its place', () => {
    const reasons = [{ operator: 'o', place: '/a/*', reason: 'It is so.' }];
    expect(excuseFor(mutant('o', '/a/b'), reasons)?.reason).toBe('It is so.');
    expect(excuseFor(mutant('o', '/a/b/c'), reasons)).toBeUndefined();
    expect(excuseFor(mutant('p', '/a/b'), reasons)).toBeUndefined();
    for (const { operator } of excuses()) expect(OPERATORS.map(({ id }) => id)).toContain(operator);
  });
});
