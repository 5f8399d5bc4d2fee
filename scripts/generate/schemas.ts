/** schemas.ts: the schemas of the contract as data, by their pointers, with the keywords that judge and none that explain. */
import {
  isReference,
  type OpenApiDocument,
  type Reference,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';
import { emailPattern } from './ajv.ts';
import { withHeader } from './artifact.ts';
import { rootSchemas } from './compile.ts';
import { GenerateFailure } from './failure.ts';
import { literal } from './operations-module.ts';

/** Keywords that explain and judge nothing. */
export const PROSE: ReadonlySet<string> = new Set([
  'title',
  'description',
  'deprecated',
  'examples',
  'example',
  'x-extensible-enum',
  'x-sensitive',
]);

/** What src/contract/schema-reader.ts can read of one value. Any other keyword would be passed over in silence there. */
const READ: ReadonlySet<string> = new Set([
  'type',
  'minimum',
  'maximum',
  'minLength',
  'format',
  'minProperties',
  'required',
]);

const TYPES = `/** A schema as far as it judges; a \`$ref\` is the pointer of another one in the table. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly format?: string;
  readonly items?: Schema;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly additionalProperties?: Schema;
}`;

export function schemasModule(document: OpenApiDocument): string {
  const sections = [
    TYPES,
    `/** Every schema that a body, a parameter or a header is held to, by its JSON Pointer in openapi.json. */\nexport const schemas: { readonly [pointer: string]: Schema } = ${literal(schemasTable(document))};`,
    `/** The format \`email\`. */\nexport const emailPattern = ${String(emailPattern())};`,
  ];
  return withHeader('ts', `${sections.join('\n\n')}\n`);
}

/** @throws GenerateFailure naming the place of a keyword that could not be read */
export function schemasTable(document: OpenApiDocument): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    rootSchemas(document).map(({ pointer: place, schema }) => [place, judgingPart(schema, place)]),
  );
}

function judgingPart(given: SchemaObject | Reference, place: string): unknown {
  if (isReference(given)) return { $ref: given.$ref.slice(1) };
  const { properties, items, additionalProperties, ...own } = given;
  for (const keyword of Object.keys(own)) {
    if (PROSE.has(keyword) || READ.has(keyword)) continue;
    throw unreadable(place, keyword);
  }
  if (additionalProperties === false) throw unreadable(place, 'additionalProperties');
  return {
    ...Object.fromEntries(Object.entries(own).filter(([keyword]) => READ.has(keyword))),
    ...(items && { items: judgingPart(items, `${place}/items`) }),
    ...(properties && { properties: eachPart(properties, `${place}/properties`) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: judgingPart(additionalProperties, `${place}/additionalProperties`),
    }),
  };
}

function eachPart(schemas: Readonly<Record<string, SchemaObject | Reference>>, place: string): unknown {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, judgingPart(schema, `${place}${pointer(name)}`)]),
  );
}

function unreadable(place: string, keyword: string): GenerateFailure {
  return new GenerateFailure(
    `openapi #${place}/${keyword}: teach src/contract/schema-reader.ts the keyword "${keyword}", or leave it out`,
  );
}
