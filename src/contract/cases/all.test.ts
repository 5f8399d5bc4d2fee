import { describe, expect, it } from 'vitest';
import { validators } from '../../../generated/validators.js';
import { causes } from '../cause.ts';
import { theDocument } from '../contract.fixture.ts';
import { valueAt } from '../pointer.ts';
import { violationsOf } from '../validator.ts';
import { requestConstraints } from '../violations.ts';
import { allCases } from './all.ts';
import { described, filled, insideJson, namesIn, OPERATION_IDS } from './case.ts';
import { provenOnTheWire } from './negative.ts';

const { cases, notSent } = allCases(theDocument, 1);
const sent = (body: string | undefined): string => filled(body ?? '', () => 'x', insideJson);

describe('the cases', () => {
  it('are the same to the byte for the same seed, and others for another', () => {
    const text = JSON.stringify(cases);
    expect(JSON.stringify(allCases(theDocument, 1).cases)).toBe(text);
    expect(JSON.stringify(allCases(theDocument, 2).cases)).not.toBe(text);
  });

  it('have ids of their own, and places that stand in the spec', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { id, spec } of cases) expect(valueAt(theDocument, spec), `${id}: ${spec}`).toBeDefined();
  });

  it('use every cause of the table', () => {
    const used = new Set<string>(cases.map(({ cause }) => cause));
    expect(Object.keys(causes).filter((cause) => !used.has(cause))).toEqual([]);
  });

  it('keep the contract where they must be accepted', () => {
    const valid = cases.filter(({ cause, body }) => cause === 'accepts-valid' && body !== undefined);
    expect(valid.length).toBeGreaterThan(60);
    for (const { id, operation, body } of valid) {
      const schema = described(operation).request?.schema ?? '';
      expect(violationsOf(validators, schema, JSON.parse(sent(body))), id).toEqual([]);
    }
  });

  it('carry the run in each body that could create a customer, so that it can be found again', () => {
    const creating = cases.filter(
      ({ operation, access }) => operation === 'createCustomer' && access === 'valid',
    );
    const untagged = creating.filter(({ body = '' }) => !namesIn(body).includes('run'));
    // These hold nothing at all, or nothing that could be read.
    expect(untagged.map(({ id }) => id.split('/').at(-1))).toEqual(
      expect.arrayContaining(['minProperties', 'plain-text']),
    );
    for (const { body } of untagged)
      expect(['', '{}', '12345', 'not JSON', '"text"', 'null']).toContain(body ?? '');
  });

  it('try every way to be nobody on every operation', () => {
    for (const operation of OPERATION_IDS) {
      const ways = cases.filter((one) => one.operation === operation && one.id.includes('/access/'));
      expect(ways.map(({ access }) => access).sort()).toEqual(
        ['malformed', 'no-colon', 'none', 'unknown-client', 'wrong-password', 'wrong-scheme'].sort(),
      );
    }
  });

  it('change records that no other case needs, where a server that does not ask would change them', () => {
    const guarded = cases.filter(
      ({ id, method }) => id.includes('/access/') && ['PUT', 'DELETE'].includes(method),
    );
    const slots = new Set(guarded.flatMap(({ path }) => namesIn(path)));
    const others = cases.filter((one) => !guarded.includes(one)).flatMap(({ path }) => namesIn(path));
    expect([...slots].filter((slot) => others.includes(slot))).toEqual([]);
  });

  it('mark every undeclared method that could change something as dangerous', () => {
    const methods = cases.filter(({ cause }) => cause === 'undeclared-method');
    expect(methods.length).toBeGreaterThan(15);
    const harmless = methods.filter(({ dangerous }) => dangerous === undefined);
    expect([...new Set(harmless.map(({ method }) => method))]).toEqual(['GET']);
    // The vendor has these two, outside this contract.
    expect(
      methods.filter(({ method, dangerous }) => method === 'GET' && dangerous !== undefined),
    ).toHaveLength(2);
  });
});

describe('a violating request', () => {
  const violating = cases.filter(({ cause }) => cause === 'refuses-violation');

  it('stands for each constraint of each request, or the reason is told why there is none', () => {
    const { violations, unbreakable } = requestConstraints(theDocument);
    const told = new Set([...violating, ...notSent].map(({ operation, spec }) => `${operation} ${spec}`));
    const missing = [...violations, ...unbreakable].filter(
      ({ operation, spec }) => !told.has(`${operation} ${spec}`),
    );
    expect(missing).toEqual([]);
    for (const { because } of notSent) expect(because).not.toBe('');
  });

  it('breaks on the wire what its proof says, and nothing at another place', () => {
    for (const { id, operation, body, proof } of violating) {
      if (body === undefined) continue;
      const schema = described(operation).request?.schema ?? '';
      const found = violationsOf(validators, schema, JSON.parse(sent(body)));
      expect(
        found.map(({ keyword }) => keyword),
        id,
      ).toContain(proof?.keyword);
      expect(new Set(found.map(({ instancePath }) => instancePath)), id).toEqual(new Set([proof?.pointer]));
    }
  });

  it('is refused by the derivation itself when it breaks nothing, or something else', () => {
    const wire = (body: unknown) => () =>
      provenOnTheWire('createCustomer', JSON.stringify(body), '/email', 'format');
    expect(wire({ email: 'no address' })()).toMatchObject({ keyword: 'format', besides: [] });
    expect(wire({ email: 'a@example.com' })).toThrow(/does not break format at "\/email" alone: nothing/);
    expect(wire({ email: 'no address', phone: '' })).toThrow(/minLength at "\/phone"/);
  });
});
