import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { validators } from '../../generated/validators.js';
import { isReference, type SchemaObject, schemaTree } from '../../src/contract/document.ts';
import { pointer, valueAt } from '../../src/contract/pointer.ts';
import { violationsOf } from '../../src/contract/validator.ts';
import { constraintsOf } from '../../src/contract/violations.ts';
import { casesOf } from './model-fixtures.ts';
import { theContract } from './the-contract.ts';

const document = theContract();
const cases = casesOf(document);
const schemas = Object.entries(document.components?.schemas ?? {});

function refusals(model: string, instance: unknown): readonly string[] {
  const schema = pointer('components', 'schemas', model);
  return violationsOf(validators, schema, instance).map(
    ({ schemaPath, instancePath, params }) =>
      `${instancePath} ${schemaPath.slice(`#${schema}`.length)} ${params['missingProperty'] ?? ''}`,
  );
}

describe('the valid instances', () => {
  it('exist for every model and are all accepted', () => {
    expect(cases.map(({ model }) => model)).toEqual(schemas.map(([name]) => name));
    for (const { model, valid } of cases) {
      expect(valid.length, model).toBeGreaterThan(0);
      for (const { example, instance } of valid) expect(refusals(model, instance), example).toEqual([]);
    }
  });

  it('are what the component example holds at the place that they name', () => {
    for (const { valid } of cases) {
      for (const { example, instance } of valid) expect(valueAt(fixtures, `/${example}`)).toEqual(instance);
    }
  });
});

describe('the invalid instances', () => {
  it('are each refused by the keyword that they name, at the place that they name, and by no other', () => {
    for (const { model, invalid } of cases) {
      for (const {
        instance,
        instanceLocation,
        keywordLocation,
        missingProperty,
        alsoRefusedBy = [],
      } of invalid) {
        const expected = [keywordLocation, ...alsoRefusedBy].map(
          (location) => `${instanceLocation} ${location} ${missingProperty ?? ''}`,
        );
        expect([...refusals(model, instance)].sort(), `${model}${keywordLocation}`).toEqual(expected.sort());
      }
    }
  });

  it('name a keyword of the model’s schema', () => {
    for (const { model, invalid } of cases) {
      const schema = document.components?.schemas?.[model];
      for (const { keyword, keywordLocation } of invalid) {
        expect(keywordLocation.endsWith(`/${keyword}`)).toBe(true);
        expect(valueAt(schema, keywordLocation), `${model}${keywordLocation}`).toBeDefined();
      }
    }
  });

  it('leave out no keyword that can refuse a value, and no name of a required list', () => {
    for (const [model, root] of schemas) {
      const wanted = [...schemaTree(root, '')].flatMap(({ pointer: place, schema }) =>
        constraintsOf(schema)
          .filter((keyword) => !(keyword === 'additionalProperties' || isDouble(schema, keyword)))
          .flatMap((keyword) =>
            keyword === 'required'
              ? (schema.required ?? []).map((name) => `${place}/required ${name}`)
              : [`${place}/${keyword} `],
          ),
      );
      const found = cases
        .find((known) => known.model === model)
        ?.invalid.map(
          ({ keywordLocation, missingProperty }) => `${keywordLocation} ${missingProperty ?? ''}`,
        );
      expect([...new Set(found)].sort(), model).toEqual([...new Set(wanted)].sort());
    }
  });

  it('are alone in their fault but for a number beyond both its format and its bound', () => {
    const both = cases.flatMap(({ invalid }) => invalid).filter(({ alsoRefusedBy }) => alsoRefusedBy);
    expect(
      both.map(({ keyword }) => keyword).filter((keyword) => !['format', 'maximum'].includes(keyword)),
    ).toEqual([]);
    expect(both.length).toBeLessThan(10);
  });

  it('hold null for every value that may not be null', () => {
    for (const { model, invalid } of cases) {
      const root = document.components?.schemas?.[model];
      if (root === undefined || [root.type].flat().includes('null')) continue;
      const nulls = invalid.filter(({ instance }) => instance === null);
      expect(nulls, model).toHaveLength(1);
    }
  });
});

describe('a contract without an example for something', () => {
  it('is refused with the place of the model that no example shows', () => {
    const grown = structuredClone(document);
    Object.assign(grown.components?.schemas ?? {}, { Orphan: { type: 'object' } });
    expect(() => casesOf(grown)).toThrow(
      'openapi #/components/schemas/Orphan: no example holds an instance of this model; add one',
    );
  });

  it('is refused with the place of the property that no example shows', () => {
    const grown = structuredClone(document);
    const properties: Record<string, SchemaObject> = { nickname: { type: 'string' } };
    const amount = grown.components?.schemas?.['Amount'];
    if (amount === undefined || isReference(amount)) throw new Error('Amount is a schema');
    Object.assign(amount.properties ?? {}, properties);
    expect(() => casesOf(grown)).toThrow(
      'Amount/properties/nickname: no example holds a value here; add one',
    );
  });
});

/** Every JSON number is a double, so this format refuses nothing. */
function isDouble(schema: SchemaObject, keyword: string): boolean {
  return keyword === 'format' && schema.format === 'double';
}
