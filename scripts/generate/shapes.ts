/** shapes.ts: which members the contract describes of each body, and which of them are sensitive. */
import {
  isReference,
  type OpenApiDocument,
  operationsOf,
  type Reference,
  type ResponseObject,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';
import { withHeader } from './artifact.ts';
import { literal } from './operations-module.ts';

interface Shape {
  readonly spec: string;
  readonly sensitive?: true;
  readonly open?: true;
  readonly members?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

export function shapesModule(document: OpenApiDocument): string {
  const sections = [
    `/** What the contract describes of a value. Without \`members\` and \`items\` it describes a plain value, or any at all. */
export interface Shape {
  /** JSON Pointer of the schema in openapi.json. */
  readonly spec: string;
  /** Marked \`x-sensitive\`: it must not be printed, nor anything below it. */
  readonly sensitive?: true;
  /** A map, or an object whose members are left to others: every name is described. */
  readonly open?: true;
  /** Of an object, by name. */
  readonly members?: Readonly<Record<string, Shape>>;
  /** Of each element of a list. */
  readonly items?: Shape;
}`,
    `/** The shape of every body, by the JSON Pointer under which the table of operations names its schema. */
export const shapes: Readonly<Record<string, Shape>> = ${literal(shapes(document))};`,
  ];
  return withHeader('ts', `${sections.join('\n\n')}\n`);
}

function shapes(document: OpenApiDocument): Readonly<Record<string, Shape>> {
  const table: Record<string, Shape> = {};
  for (const { operation, pointer: place } of operationsOf(document)) {
    const add = (schema: SchemaObject | Reference, writtenAt: string): void => {
      const shape = shapeOf(document, schema, writtenAt);
      table[shape.spec] = shape;
    };
    for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
      add(schema, `${place}${pointer('requestBody', 'content', type, 'schema')}`);
    }
    for (const [status, given] of Object.entries(operation.responses)) {
      const at = isReference(given) ? given.$ref.slice(1) : `${place}${pointer('responses', status)}`;
      for (const [type, { schema }] of Object.entries(resolve<ResponseObject>(document, given).content ?? {}))
        add(schema, `${at}${pointer('content', type, 'schema')}`);
    }
  }
  return table;
}

export function shapeOf(
  document: OpenApiDocument,
  given: SchemaObject | Reference,
  writtenAt: string,
): Shape {
  const spec = isReference(given) ? given.$ref.slice(1) : writtenAt;
  const schema = resolve<SchemaObject>(document, given);
  const properties = Object.entries(schema.properties ?? {});
  const isObject = [schema.type ?? []].flat().includes('object');
  const open = schema.additionalProperties !== undefined && schema.additionalProperties !== false;
  return {
    spec,
    ...(schema['x-sensitive'] === true ? { sensitive: true as const } : {}),
    ...(open ? { open: true as const } : {}),
    ...(isObject
      ? {
          members: Object.fromEntries(
            properties.map(([name, property]) => [
              name,
              shapeOf(document, property, `${spec}${pointer('properties', name)}`),
            ]),
          ),
        }
      : {}),
    ...(schema.items === undefined ? {} : { items: shapeOf(document, schema.items, `${spec}/items`) }),
  };
}
