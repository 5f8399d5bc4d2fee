/** Which values of a request may be printed: everything that the spec describes and does not mark `x-sensitive`. */
import {
  type LocatedOperation,
  type OpenApiDocument,
  parametersOf,
  type Reference,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';

/** `true`: the value may be printed. An object: those of its members that stand here. Anything else is masked. */
export type Visible = true | { readonly [name: string]: Visible };

/** The path parameters that may be printed. */
export function visibleParameters(document: OpenApiDocument, located: LocatedOperation): readonly string[] {
  return parametersOf(document, located)
    .filter((parameter) => resolve<SchemaObject>(document, parameter.schema)['x-sensitive'] !== true)
    .map(({ name }) => name);
}

/** What may be printed of a request's body; `undefined` where a request has none. */
export function visibleBody(document: OpenApiDocument, { operation }: LocatedOperation): Visible | undefined {
  if (operation.requestBody === undefined) return undefined;
  const media = Object.values(operation.requestBody.content);
  return Object.assign({}, ...media.map(({ schema }) => visiblePart(document, schema) ?? {}));
}

/** What may be printed of a value; `undefined` when nothing may. Maps are free text of the caller, so they may not. */
export function visiblePart(document: OpenApiDocument, given: SchemaObject | Reference): Visible | undefined {
  const schema = resolve<SchemaObject>(document, given);
  if (schema['x-sensitive'] === true || schema.additionalProperties !== undefined) return undefined;
  if (schema.items !== undefined) return visiblePart(document, schema.items);
  if (schema.properties === undefined) return true;
  const members = Object.entries(schema.properties).flatMap(([name, property]) => {
    const part = visiblePart(document, property);
    return part === undefined ? [] : [[name, part] as const];
  });
  return Object.fromEntries(members);
}
