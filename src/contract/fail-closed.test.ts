/** For each assertion keyword of each schema: a value that the validators refuse because of that keyword, and of nothing else. */
import { describe, expect, it } from 'vitest';
import { breakages } from '../../generated/breakages.ts';
import { validators, violatedKeyword } from '../../generated/validators.js';
import { breakBody, UNBREAKABLE } from '../sandbox/faults/break-body.ts';
import { allCases } from './cases/all.ts';
import { fixture } from './cases/bodies.ts';
import { described, filled, insideJson, OPERATION_IDS } from './cases/case.ts';
import { theDocument } from './contract.fixture.ts';
import { isReference, schemasOf } from './document.ts';
import { pointer } from './pointer.ts';
import { violationsOf } from './validator.ts';

/** What asserts something; every other keyword of the spec's subset is an annotation or leads to other schemas. */
const ASSERTIONS = [
  'type',
  'required',
  'minProperties',
  'minLength',
  'minimum',
  'maximum',
  'format',
  'pattern',
];

/** Keywords that no value can break alone, with the reason. */
const NEVER_ALONE: readonly { readonly place: RegExp; readonly because: string }[] = [
  { place: /Amount\/properties\/total\/format$/, because: 'every JSON number is a double' },
  {
    place: /(?:merchantId|Issuer\/properties\/id)\/(?:maximum|format)$/,
    because: 'the maximum is that of int32, so a value breaks both or none',
  },
  {
    place: /(?:expMonth|expYear|ApiError\/properties\/status)\/format$/,
    because: 'what is no int32 is beyond the bounds too',
  },
  { place: /^\/components\/(?:parameters|headers)\/.*\/type$/, because: 'it arrives as text' },
];

/** Every assertion of the document by the pointer of the keyword; each name of a required list is one. */
function assertions(): readonly string[] {
  return [...schemasOf(theDocument)].flatMap(({ pointer: place, schema }) =>
    isReference(schema)
      ? []
      : ASSERTIONS.filter((keyword) => schema[keyword] !== undefined).flatMap((keyword) =>
          keyword === 'required'
            ? (schema.required ?? []).map((_, index) => `${place}${pointer('required', index)}`)
            : [`${place}/${keyword}`],
        ),
  );
}

/** The assertion that a value breaks, where it breaks one alone. */
function brokenAlone(schema: string, value: unknown, expected: string): string | undefined {
  const errors = violationsOf(validators, schema, value);
  const [only] = errors;
  if (only === undefined || errors.length > 1) return undefined;
  const keyword = violatedKeyword(only);
  return expected === keyword || expected.startsWith(`${keyword}/`) ? expected : undefined;
}

function provenByRequests(): readonly string[] {
  return allCases(theDocument, 1).cases.flatMap(({ operation, spec, body, proof }) => {
    const schema = described(operation).request?.schema;
    if (proof === undefined || body === undefined || schema === undefined) return [];
    const found = brokenAlone(schema, JSON.parse(filled(body, () => 'x', insideJson)), spec);
    return found === undefined ? [] : [found];
  });
}

function provenByResponses(): readonly string[] {
  const bodies = OPERATION_IDS.flatMap((operation) =>
    Object.values(described(operation).responses).flatMap(({ schema, examples }) =>
      schema === undefined ? [] : Object.values(examples).map((name) => ({ schema, body: fixture(name) })),
    ),
  );
  return bodies.flatMap(({ schema, body }) =>
    (breakages[schema] ?? []).flatMap((breakage) => {
      const broken = breakBody(body, breakage);
      const found = broken === UNBREAKABLE ? undefined : brokenAlone(schema, broken, breakage.spec);
      return found === undefined ? [] : [found];
    }),
  );
}

/** Schemas of parameters and headers, which judge text. */
function provenByText(): readonly string[] {
  return Object.keys(validators)
    .filter((place) => /^\/components\/(?:parameters|headers)\//.test(place))
    .flatMap((place) => brokenAlone(place, '', `${place}/minLength`) ?? []);
}

describe('the validators fail closed', () => {
  const proven = new Set([...provenByRequests(), ...provenByResponses(), ...provenByText()]);
  const open = assertions().filter((place) => !proven.has(place));

  it('on each assertion of each schema, by a value that breaks it alone', () => {
    const unexplained = open.filter((place) => !NEVER_ALONE.some((one) => one.place.test(place)));
    expect(unexplained).toEqual([]);
    expect(proven.size).toBeGreaterThan(100);
  });

  it('where no value can break an assertion alone, and only there, a reason is given', () => {
    for (const { place, because } of NEVER_ALONE) {
      expect(because).not.toBe('');
      expect(
        open.some((one) => place.test(one)),
        String(place),
      ).toBe(true);
    }
    expect(open.length).toBeLessThan(16);
  });

  it.each([
    'PaymentCreate/properties/merchantId',
    'SessionCreate/properties/merchantId',
    'Issuer/properties/id',
  ])('on the bound that int32 and the maximum of %s have together', (place) => {
    const schema = `/components/schemas/${place.split('/')[0]}`;
    const name = place.split('/').at(-1) ?? '';
    const errors = violationsOf(validators, schema, { [name]: 2_147_483_648 });
    const here = errors.filter(({ instancePath }) => instancePath === `/${name}`);
    expect(here.map(({ keyword }) => keyword).sort()).toEqual(['format', 'maximum']);
  });
});
