import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { compileContract, rootSchemas, UncompilableContract } from './compile.ts';
import { theContract } from './the-contract.ts';

/** A document with one component, small enough to break on purpose. */
function documentWith(schema: Record<string, unknown>): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1.0.0' },
    paths: {},
    components: { schemas: { Other: { type: 'string' }, Broken: schema } },
  };
}

function problemsOf(schema: Record<string, unknown>) {
  try {
    compileContract(documentWith(schema), { code: false });
  } catch (error) {
    if (error instanceof UncompilableContract) return error.problems;
    throw error;
  }
  return [];
}

function inProperty(schema: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties: { wrong: schema } };
}

const HERE = '/components/schemas/Broken/properties/wrong';

describe('compiling the contract', () => {
  it('gives a validator to every component schema and to every inline schema', () => {
    const { validators } = compileContract(theContract(), { code: false });
    const components = Object.keys(theContract().components?.schemas ?? {});
    expect([...validators.keys()]).toEqual(rootSchemas(theContract()).map(({ pointer }) => pointer));
    expect([...validators.keys()]).toEqual(
      expect.arrayContaining([
        ...components.map((name) => `/components/schemas/${name}`),
        '/components/parameters/CustomerId/schema',
        '/components/headers/WwwAuthenticate/schema',
        '/paths/~1v1~1customers/get/responses/200/content/application~1json/schema',
      ]),
    );
  });

  it('accepts a schema that is well formed, so the refusals below are refusals of the fault', () => {
    expect(problemsOf(inProperty({ type: 'string', minLength: 1 }))).toEqual([]);
  });

  it.each([
    ['a misspelt keyword', { type: 'object', requried: ['a'] }, /unknown keyword "requried"/],
    ['an unknown format', { type: 'string', format: 'dat-time' }, /unknown format "dat-time"/],
    ['a pattern that is no regular expression', { type: 'string', pattern: '(' }, /Unterminated group/],
    [
      'a keyword with a value of the wrong type',
      { type: 'string', minLength: '1' },
      /minLength must be integer/,
    ],
    [
      'an annotation with a value of the wrong type',
      { type: 'string', 'x-sensitive': 'yes' },
      /must be boolean/,
    ],
    [
      'an extension that nobody declared',
      { type: 'string', 'x-sensitiv': true },
      /unknown keyword "x-sensitiv"/,
    ],
    ['`nullable`, which 3.1 dropped', { type: 'string', nullable: true }, /unknown keyword "nullable"/],
    ['a keyword that cannot apply to the type', { type: 'string', minimum: 1 }, /missing type "number"/],
    ['a required property that is not described', { type: 'object', required: ['a'] }, /"a" is not defined/],
    ['two types at once', { type: ['string', 'integer'] }, /allowUnionTypes/],
  ])('refuses %s and names its place', (_title, schema, message) => {
    expect(problemsOf(inProperty(schema))).toEqual([
      { pointer: HERE, message: expect.stringMatching(message) },
    ]);
  });

  it('refuses a reference that leads nowhere', () => {
    const [problem] = problemsOf(inProperty({ $ref: '#/components/schemas/Missing' }));
    expect(problem).toMatchObject({
      pointer: '/components/schemas/Broken',
      message: expect.stringContaining('#/components/schemas/Missing'),
    });
  });

  it('refuses a fault in an inline schema of an operation', () => {
    const document = structuredClone(theContract());
    const schema = rootSchemas(document).find(({ pointer }) => pointer.startsWith('/paths/'));
    Object.assign(schema?.schema ?? {}, { minItem: 1 });
    expect(() => compileContract(document, { code: false })).toThrow(
      `#${schema?.pointer}: unknown keyword "minItem"`,
    );
  });

  it('lists every fault and not only the first', () => {
    const broken = {
      type: 'object',
      properties: { a: { type: 'string', format: 'x' }, b: { type: 'string', pattern: '[' } },
    };
    expect(problemsOf(broken).map(({ pointer }) => pointer)).toEqual([
      '/components/schemas/Broken/properties/a',
      '/components/schemas/Broken/properties/b',
    ]);
  });
});
