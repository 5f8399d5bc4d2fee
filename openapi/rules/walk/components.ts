/** Names of the component schemas that a schema refers to, through others as well. */
import {
  isReference,
  type OpenApiDocument,
  type Reference,
  type SchemaObject,
} from '../../../src/contract/document.ts';
import { segmentsOf } from '../../../src/contract/pointer.ts';
import { locate } from './locate.ts';

export function componentsWithin(
  document: OpenApiDocument,
  schema: SchemaObject | Reference,
): ReadonlySet<string> {
  const names = new Set<string>();
  collect(document, schema, names);
  return names;
}

function collect(document: OpenApiDocument, schema: SchemaObject | Reference, names: Set<string>): void {
  if (isReference(schema)) {
    const name = segmentsOf(schema.$ref).at(-1) ?? '';
    if (names.has(name)) return;
    names.add(name);
    collect(document, locate<SchemaObject>(document, schema, '').value, names);
    return;
  }
  const { properties, items, additionalProperties } = schema;
  const inner = [...Object.values(properties ?? {}), items, additionalProperties];
  for (const child of inner) {
    if (typeof child === 'object' && child !== null) collect(document, child, names);
  }
}
