import { describe, expect, it } from 'vitest';
import { schemas } from '../../generated/schemas.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { compileContract } from './compile.ts';
import { schemasTable } from './schemas.ts';
import { theContract } from './the-contract.ts';

function contractWith(keywords: object): OpenApiDocument {
  const contract = structuredClone(theContract());
  Object.assign(contract.components?.schemas?.['Amount'] ?? {}, keywords);
  return contract;
}

describe('the table of schemas', () => {
  it('holds every schema that ajv compiles, by the same pointers', () => {
    const { validators } = compileContract(theContract(), { code: false });
    expect(Object.keys(schemas)).toEqual([...validators.keys()]);
  });

  it('leaves out what judges nothing, and keeps a property that is called like a keyword', () => {
    expect(JSON.stringify(schemas)).not.toMatch(/"(?:examples|x-sensitive|x-extensible-enum)":/);
    expect(schemas['/components/schemas/Customer']?.properties).toHaveProperty('description');
  });

  it('is refused where a keyword could not be read, because it would be passed over in silence', () => {
    expect(() => schemasTable(contractWith({ properties: { total: { multipleOf: 0.01 } } }))).toThrow(
      'openapi #/components/schemas/Amount/properties/total/multipleOf: teach src/contract/schema-reader.ts the keyword "multipleOf"',
    );
    expect(() => schemasTable(contractWith({ additionalProperties: false }))).toThrow('additionalProperties');
  });
});
