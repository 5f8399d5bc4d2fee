import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { validators } from '../../generated/validators.js';
import { pointer } from '../../src/contract/pointer.ts';
import { violationsOf } from '../../src/contract/validator.ts';
import { jsonSchemas } from './json-schemas.ts';
import { casesOf } from './model-fixtures.ts';
import { theContract } from './the-contract.ts';

const document = theContract();
const files = [...jsonSchemas(document)].map(([path, text]) => ({ path, schema: JSON.parse(text) }));

/** As a stranger would set it up: strict, the standard formats, nothing of this project. */
function strangersAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allErrors: true, logger: false });
  addFormats.default(ajv);
  for (const { schema } of files) ajv.addSchema(schema);
  return ajv;
}

describe('the JSON Schema documents', () => {
  it('are one per model, with an $id that ends in the name of the file', () => {
    const models = Object.keys(document.components?.schemas ?? {});
    expect(files.map(({ path }) => path)).toEqual(models.map((name) => `schemas/${name}.json`));
    for (const { path, schema } of files) expect(schema.$id).toBe(`https://plexo-customers.example/${path}`);
  });

  it('are plain 2020-12: a strict ajv with the standard formats compiles each', () => {
    const ajv = strangersAjv();
    for (const { schema } of files) expect(ajv.getSchema(schema.$id), schema.$id).toBeTypeOf('function');
  });

  it('refer to each other by file names that exist', () => {
    const references = files.flatMap(({ schema }) =>
      [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference),
    );
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((file) => !files.some(({ path }) => path === `schemas/${file}`))).toEqual([]);
  });

  it('say of every valid and every invalid instance what the validators of the bundle say, keyword by keyword', () => {
    const ajv = strangersAjv();
    let refused = 0;
    for (const { model, valid, invalid } of casesOf(document)) {
      const validate = ajv.getSchema(`https://plexo-customers.example/schemas/${model}.json`);
      if (validate === undefined) throw new Error(`no schema for ${model}`);
      for (const { instance } of [...valid, ...invalid]) {
        const accepted = validate(instance);
        const own = violationsOf(validators, pointer('components', 'schemas', model), instance);
        const words = (errors: typeof own): readonly string[] =>
          errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`).sort();
        expect(words(accepted === true ? [] : (validate.errors ?? [])), model).toEqual(words(own));
        refused += accepted === true ? 0 : 1;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  it('keep a property that is called like a keyword', () => {
    const grown = structuredClone(document);
    Object.assign(grown.components?.schemas?.['Amount']?.properties ?? {}, { items: { type: 'string' } });
    const text = jsonSchemas(grown).get('schemas/Amount.json') ?? '';
    expect(JSON.parse(text).properties.items).toEqual({ type: 'string' });
  });

  it('refuse a reference into the middle of a schema, which has no file', () => {
    const grown = structuredClone(document);
    const inner = { $ref: '#/components/schemas/Customer/properties/id' };
    Object.assign(grown.components?.schemas?.['Amount']?.properties ?? {}, { owner: inner });
    expect(() => jsonSchemas(grown)).toThrow(/refers to #\/components\/schemas\/Customer\/properties\/id/);
  });
});
