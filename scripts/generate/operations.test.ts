import { describe, expect, it } from 'vitest';
import { type OpenApiDocument, operationsOf } from '../../src/contract/document.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import { compileContract } from './compile.ts';
import { operationsTable } from './operations.ts';
import { theContract } from './the-contract.ts';

const document = theContract();
const table = operationsTable(document);

/** A copy of the contract in which the object at a pointer is changed. */
function contractWith(place: string, change: object): OpenApiDocument {
  const copy = structuredClone(document);
  Object.assign(Object(valueAt(copy, place)), change);
  return copy;
}

describe('the table of operations', () => {
  it('has one entry for each operation of the document, at the right address', () => {
    const located = [...operationsOf(document)];
    expect(located).toHaveLength(9);
    expect(Object.keys(table)).toEqual(located.map(({ operation }) => operation.operationId));
    for (const { id, method, path, pointer, summary } of Object.values(table)) {
      expect(valueAt(document, pointer)).toMatchObject({ operationId: id, summary });
      expect(located).toContainEqual(expect.objectContaining({ method, path, pointer }));
    }
  });

  it('names the same responses, bodies and parameters as the document', () => {
    for (const { operation, pointer, pathItem } of operationsOf(document)) {
      const entry = table[operation.operationId];
      expect(Object.keys(entry?.responses ?? {}), pointer).toEqual(Object.keys(operation.responses));
      expect(entry?.request === undefined, pointer).toBe(operation.requestBody === undefined);
      expect(entry?.parameters.length, pointer).toBe(
        (pathItem.parameters?.length ?? 0) + (operation.parameters?.length ?? 0),
      );
    }
  });

  it('points at nothing but schemas that have a validator, and at examples and models that exist', () => {
    const { validators } = compileContract(document, { code: false });
    for (const { id, request, responses, parameters } of Object.values(table)) {
      const bodies = [...(request === undefined ? [] : [request]), ...Object.values(responses)];
      const schemas = [
        ...bodies.flatMap(({ schema }) => schema ?? []),
        ...parameters.map(({ schema }) => schema),
        ...Object.values(responses).flatMap(({ headers }) =>
          Object.values(headers).map(({ schema }) => schema),
        ),
      ];
      for (const schema of schemas) expect(validators.has(schema), `${id}: ${schema}`).toBe(true);
      for (const { model, examples } of bodies) {
        if (model !== undefined) expect(document.components?.schemas).toHaveProperty(model);
        for (const name of Object.values(examples))
          expect(document.components?.examples).toHaveProperty(name);
      }
      for (const { pointer } of Object.values(responses)) expect(valueAt(document, pointer)).toBeDefined();
    }
  });

  it('tells lists, empty bodies and bodies that may be missing apart', () => {
    expect(table['listCustomers']?.responses['200']).toMatchObject({ list: true, model: 'Customer' });
    expect(table['retrieveCustomer']?.responses['200']).toMatchObject({ list: false, model: 'Customer' });
    expect(table['deleteCustomer']?.responses['204']).toEqual({
      headers: {},
      examples: {},
      pointer: '/paths/~1v1~1customers~1{customerId}/delete/responses/204',
    });
    expect(table['deleteCustomer']?.responses['401']).toMatchObject({
      bodyOptional: true,
      headers: {
        'WWW-Authenticate': { required: false, schema: '/components/headers/WwwAuthenticate/schema' },
      },
    });
    expect(table['deleteCustomer']?.responses['404']).toMatchObject({ bodyOptional: false });
  });

  it.each([
    [
      'an operation id that is used twice',
      contractWith('/paths/~1v1~1customers/post', { operationId: 'listCustomers' }),
      '#/paths/~1v1~1customers/post/operationId: "listCustomers" names another operation already',
    ],
    [
      'an operation without an id',
      contractWith('/paths/~1v1~1customers/post', { operationId: undefined }),
      '#/paths/~1v1~1customers/post: the operation has no operationId',
    ],
    [
      'two success codes',
      contractWith('/paths/~1v1~1customers/post/responses', { '202': { description: 'Later.' } }),
      '#/paths/~1v1~1customers/post/responses: declare exactly one success code',
    ],
    [
      'an example that is written in place',
      contractWith('/paths/~1v1~1customers/post/requestBody/content/application~1json/examples', {
        own: { value: {} },
      }),
      '/examples/own: move the example to components/examples',
    ],
    [
      'a body without a named model',
      contractWith('/components/responses/NotFound/content/application~1json', {
        schema: { type: 'object' },
      }),
      '#/components/responses/NotFound/content/application~1json/schema: name the model',
    ],
    [
      'two media types',
      contractWith('/components/responses/NotFound/content', {
        'text/plain': { schema: { type: 'string' } },
      }),
      '#/components/responses/NotFound/content: declare exactly one media type',
    ],
  ])('refuses %s and names the place', (_title, broken, message) => {
    expect(() => operationsTable(broken)).toThrow(message);
  });
});
