/** The ways in which a body may come: as documented, with properties nobody knows yet, with values nobody knows yet. */
import {
  isReference,
  type OpenApiDocument,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { valueAt } from '../../src/contract/pointer.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The name of every unknown property; nothing else in any example is called so. */
export const UNKNOWN_PROPERTY = 'addedTomorrow';
/** The value that replaces every known value of an open list. */
export const UNKNOWN_VALUE = 'value-of-tomorrow';

type Vary = (document: OpenApiDocument, schema: string, value: Json) => Json;

export const VARIANTS = {
  'as documented': (_document, _schema, value) => value,
  'unknown properties': (document, schema, value) =>
    rewrite(document, schemaAt(document, schema), value, {
      object: (found, object) =>
        found.properties === undefined
          ? object
          : { ...object, [UNKNOWN_PROPERTY]: { list: [1, null], text: 'new' } },
      text: (_found, text) => text,
    }),
  'unknown values': (document, schema, value) =>
    rewrite(document, schemaAt(document, schema), value, {
      object: (_found, object) => object,
      text: (found, text) => (found['x-extensible-enum'] === undefined ? text : UNKNOWN_VALUE),
    }),
} as const satisfies Readonly<Record<string, Vary>>;

export type Variant = keyof typeof VARIANTS;

interface Change {
  object(schema: SchemaObject, value: Readonly<Record<string, Json>>): Json;
  text(schema: SchemaObject, value: string): Json;
}

function schemaAt(document: OpenApiDocument, place: string): SchemaObject {
  const found = valueAt(document, place);
  if (typeof found !== 'object' || found === null) throw new Error(`no schema at ${place}`);
  // The caller names the place of a schema; a reference may stand there and is followed.
  return resolve<SchemaObject>(document, found as SchemaObject);
}

/** Walks a value along its schema, from the inside out. */
function rewrite(document: OpenApiDocument, schema: SchemaObject, value: Json, change: Change): Json {
  const inner = (next: SchemaObject | { readonly $ref: string } | undefined, child: Json): Json => {
    if (next === undefined) return child;
    return rewrite(document, isReference(next) ? resolve<SchemaObject>(document, next) : next, child, change);
  };
  if (typeof value === 'string') return change.text(schema, value);
  if (Array.isArray(value)) return value.map((item: Json) => inner(schema.items, item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, child]) => [
    name,
    inner(schema.properties?.[name], child),
  ]);
  return change.object(schema, Object.fromEntries(entries));
}
