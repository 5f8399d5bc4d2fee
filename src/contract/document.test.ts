import { describe, expect, it } from 'vitest';
import { type OpenApiDocument, operationsOf, parametersOf, resolve, schemasOf } from './document.ts';

const operation = { operationId: 'x', summary: 's', description: 'd', tags: [], responses: {} };

const DOCUMENT: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1.0.0' },
  paths: {
    '/a/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      get: {
        ...operation,
        responses: {
          '200': {
            description: 'd',
            content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } },
          },
        },
      },
      delete: operation,
    },
  },
  components: {
    schemas: {
      Map: { type: 'object', additionalProperties: { type: 'string' } },
      Alias: { $ref: '#/components/schemas/Map' },
      One: { $ref: '#/components/schemas/Other' },
      Other: { $ref: '#/components/schemas/One' },
    },
    parameters: { Id: { name: 'id', in: 'path', schema: { type: 'string' } } },
  },
};

describe('a document', () => {
  it('gives its operations with their pointers and their path parameters', () => {
    const located = [...operationsOf(DOCUMENT)];
    expect(located.map(({ method, pointer }) => [method, pointer])).toEqual([
      ['get', '/paths/~1a~1{id}/get'],
      ['delete', '/paths/~1a~1{id}/delete'],
    ]);
    for (const one of located) expect(parametersOf(DOCUMENT, one).map(({ name }) => name)).toEqual(['id']);
  });

  it('gives every schema that is written in it, and follows no reference to do so', () => {
    const places = [...schemasOf(DOCUMENT)].map(({ pointer }) => pointer);
    expect(places).toEqual([
      '/components/schemas/Map',
      '/components/schemas/Map/additionalProperties',
      '/components/parameters/Id/schema',
      '/paths/~1a~1{id}/get/responses/200/content/application~1json/schema',
      '/paths/~1a~1{id}/get/responses/200/content/application~1json/schema/items',
    ]);
  });

  it('resolves references to references', () => {
    expect(resolve(DOCUMENT, { $ref: '#/components/schemas/Alias' })).toBe(
      DOCUMENT.components?.schemas?.['Map'],
    );
  });

  it.each(['#/components/schemas/Nothing', 'https://example.com/a.json', '#/components/schemas/One'])(
    'refuses the reference %s',
    ($ref) => {
      expect(() => resolve(DOCUMENT, { $ref })).toThrow(/^reference leads (?:nowhere|to itself): /);
    },
  );
});
