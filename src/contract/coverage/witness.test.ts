import { describe, expect, it } from 'vitest';
import { allCases } from '../cases/all.ts';
import { theDocument } from '../contract.fixture.ts';
import type { Exchange } from '../exchange.ts';
import type { CoverageItem } from './coverage.ts';
import { openWitness } from './witness.ts';

const cases = allCases(theDocument, 1);

function answer(operation: Exchange['operation'], status: number, body: unknown): Exchange {
  const request = { method: 'GET', url: 'http://x/', headers: new Headers(), body: '' };
  const bytes = new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body));
  return { operation, request, response: { status, headers: new Headers(), body: bytes } };
}

function item(items: readonly CoverageItem[], id: string): CoverageItem {
  const found = items.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}

describe('a witness', () => {
  it('has seen nothing before anything was answered, and says of each item whether it could', () => {
    const { items, gaps } = openWitness(theDocument, cases).coverage([], '2026-01-01');
    expect(items.filter(({ witnessed }) => witnessed > 0)).toEqual([]);
    expect(gaps).toHaveLength(items.filter(({ unreachable }) => unreachable === undefined).length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(new Set(items.map(({ kind }) => kind)).size).toBe(5);
  });

  it('tells present, null and absent apart, and known values, and lists with and without entries', () => {
    const witness = openWitness(theDocument, cases);
    witness.answered(answer('retrieveCustomer', 200, { id: '1', email: null, firstName: 'A' }));
    witness.answered(
      answer('listPaymentInstruments', 200, [{ token: 't', type: 'debit', issuer: { id: 1 } }]),
    );
    witness.answered(answer('listPaymentInstruments', 200, []));
    const { items } = witness.coverage([], '2026-01-01');
    const counts = [
      'property retrieveCustomer 200 /id present',
      'property retrieveCustomer 200 /email null',
      'property retrieveCustomer 200 /email present',
      'property retrieveCustomer 200 /phone absent',
      'value listPaymentInstruments 200 /*/type debit',
      'value listPaymentInstruments 200 /*/type credit',
      'property listPaymentInstruments 200 /*/issuer/id present',
      'array listPaymentInstruments 200 filled',
      'array listPaymentInstruments 200 empty',
      'response listPaymentInstruments 200 answered',
    ].map((id) => item(items, id).witnessed);
    expect(counts).toEqual([1, 1, 0, 1, 1, 0, 1, 1, 1, 2]);
  });

  it('counts both sides of a constraint, and only for the operation that was called', () => {
    const witness = openWitness(theDocument, cases);
    const spec = '/components/schemas/CustomerCreate/properties/firstName/minLength';
    witness.accepted('createCustomer', '{"email":"a@example.com","firstName":"A"}');
    witness.refused('createCustomer', spec);
    const { items } = witness.coverage([], '2026-01-01');
    const side = (name: string) =>
      item(items, `keyword createCustomer body/firstName ${spec} ${name}`).witnessed;
    expect([side('kept'), side('broken')]).toEqual([1, 1]);
    const phone = '/components/schemas/CustomerCreate/properties/phone/minLength';
    expect(item(items, `keyword createCustomer body/phone ${phone} kept`).witnessed).toBe(0);
  });

  it('takes one form of an absent value for the other', () => {
    const witness = openWitness(theDocument, cases);
    witness.answered(answer('retrieveCustomer', 200, { id: '1' }));
    const { items, gaps } = witness.coverage([], '2026-01-01');
    const id = 'property retrieveCustomer 200 /email null';
    expect(item(items, id).unreachable).toBe('this server leaves out what has no value');
    expect(gaps).not.toContain(id);
  });

  it('lets a waiver stand until its last day, and no longer', () => {
    const witness = openWitness(theDocument, cases);
    const waivers = [
      { item: 'response deleteCustomer *', reason: 'not on this server', until: '2026-06-30' },
    ];
    const id = 'response deleteCustomer 204 answered';
    expect(item(witness.coverage(waivers, '2026-06-30').items, id).waiver?.reason).toBe('not on this server');
    expect(witness.coverage(waivers, '2026-06-30').gaps).not.toContain(id);
    expect(witness.coverage(waivers, '2026-07-01').gaps).toContain(id);
  });
});
