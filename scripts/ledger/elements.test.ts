import { expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { CLEAN } from './clean-sample.ts';
import { elementsOf } from './elements.ts';

const string = { type: 'string' };

it('lists what stands in an operation itself, and a reference only where it leads to', () => {
  const document: OpenApiDocument = {
    ...CLEAN.document,
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/pets': {
        parameters: [{ $ref: '#/components/parameters/Id' }, { name: 'page', in: 'query', schema: string }],
        get: {
          operationId: 'listPets',
          summary: 'List pets',
          description: 'Lists pets.',
          tags: [],
          parameters: [{ name: 'size', in: 'query', schema: string }],
          requestBody: { content: {} },
          responses: {
            '200': { description: 'All.', headers: { 'X-Count': { schema: string } } },
            '401': { $ref: '#/components/responses/Refused' },
          },
        },
      },
    },
    components: {
      parameters: { Id: { name: 'id', in: 'path', schema: string } },
      responses: {
        Refused: { description: 'No.', headers: { Realm: { $ref: '#/components/headers/Realm' } } },
      },
      headers: { Realm: { schema: string } },
      securitySchemes: { basic: { type: 'http' } },
    },
  };
  expect([...elementsOf(document)].map(({ group, pointer }) => `${group} ${pointer}`)).toEqual([
    'server /servers/0',
    'security scheme /components/securitySchemes/basic',
    'parameter /paths/~1pets/parameters/1',
    'operation /paths/~1pets/get',
    'parameter /paths/~1pets/get/parameters/0',
    'request body /paths/~1pets/get/requestBody',
    'response /paths/~1pets/get/responses/200',
    'header /paths/~1pets/get/responses/200/headers/X-Count',
    'response /paths/~1pets/get/responses/401',
    'parameter /components/parameters/Id',
    'response /components/responses/Refused',
    'header /components/headers/Realm',
  ]);
});

it('lists the properties of a schema at any depth, its required list, and not those behind a reference', () => {
  const inner = { type: 'object', required: ['size'], properties: { size: string } };
  const Pet = {
    type: 'object',
    properties: { toys: { type: 'array', items: inner }, owner: { $ref: '#/components/schemas/Owner' } },
  };
  const document: OpenApiDocument = { ...CLEAN.document, paths: {}, components: { schemas: { Pet } } };
  expect([...elementsOf(document)].map(({ group, name }) => `${group} ${name}`)).toEqual([
    'schema Pet',
    'property Pet.toys',
    'property Pet.owner',
    'required list Pet.toys.items required',
    'property Pet.toys.items.size',
  ]);
});
