/**
 * breakages.ts: every way to break a response body of the contract in one place, and every constraint of a request body that a
 * provider could forget: for a provider that shall fail on demand.
 */
import {
  isReference,
  type OpenApiDocument,
  type Reference,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { pointer, valueAt } from '../../src/contract/pointer.ts';
import { breakings, constraintsOf, requestConstraints } from '../../src/contract/violations.ts';
import { withHeader } from './artifact.ts';
import { operationsTable } from './operations.ts';
import { literal } from './operations-module.ts';

interface Breakage {
  readonly at: string;
  readonly what: string;
  readonly keyword: string;
  readonly spec: string;
  readonly drop?: string;
  readonly value?: unknown;
}

const TYPES = `/** One way to break a body; everything else in it stays as it is. */
export interface Breakage {
  /** JSON Pointer of the place in the body; \`0\` stands for the first item of a list. */
  readonly at: string;
  /** One word for the list of faults. */
  readonly what: string;
  /** The JSON Schema keyword that must reject the broken body, and its JSON Pointer in openapi.json. */
  readonly keyword: string;
  readonly spec: string;
  /** The property to take out of the object at the place; absent where \`value\` is to be set. */
  readonly drop?: string;
  readonly value?: unknown;
}

/** A constraint of a request body. */
export interface Constraint {
  readonly operation: OperationId;
  /** JSON Pointer of the broken value in the body; empty for the body itself. */
  readonly at: string;
  readonly keyword: string;
  /** JSON Pointer of the keyword in openapi.json. */
  readonly spec: string;
  /** The property that \`required\` asks for. */
  readonly property?: string;
}`;

export function breakagesModule(document: OpenApiDocument): string {
  const table = Object.fromEntries(
    responseSchemas(document).map((place) => [place, breakagesOf(document, place)]),
  );
  const sections = [
    "import type { OperationId } from './operations.ts';",
    TYPES,
    '/** By the schema of a response, as operations.ts names it. */',
    `export const breakages: Readonly<Record<string, readonly Breakage[]>> = ${literal(table)};`,
    `export const constraints: readonly Constraint[] = ${literal(constraintsOfRequests(document))};`,
  ];
  return withHeader('ts', `${sections.join('\n\n')}\n`);
}

interface Constraint {
  readonly operation: string;
  readonly at: string;
  readonly keyword: string;
  readonly spec: string;
  readonly property?: string;
}

/** Those that a body can break; a path that breaks one is another address. */
function constraintsOfRequests(document: OpenApiDocument): readonly Constraint[] {
  return requestConstraints(document)
    .violations.filter(({ at, onTheWire }) => at[0] !== 'path' && onTheWire === undefined)
    .map(({ operation, at, keyword, spec }) => {
      const place = { operation, at: pointer(...at.slice(1)), keyword, spec };
      const property = at.length > 0 && keyword === 'required' ? valueAt(document, spec) : undefined;
      return typeof property === 'string' ? { ...place, property } : place;
    });
}

function responseSchemas(document: OpenApiDocument): readonly string[] {
  const responses = Object.values(operationsTable(document)).flatMap((operation) =>
    Object.values(operation.responses),
  );
  return [...new Set(responses.flatMap(({ schema }) => (schema === undefined ? [] : [schema])))].sort();
}

/** Every keyword of a schema and of the schemas that it reaches, broken alone. */
export function breakagesOf(document: OpenApiDocument, place: string): readonly Breakage[] {
  const found: Breakage[] = [];
  const walk = (given: SchemaObject | Reference, writtenAt: string, at: string): void => {
    const spec = isReference(given) ? given.$ref.slice(1) : writtenAt;
    const schema = resolve<SchemaObject>(document, given);
    for (const keyword of constraintsOf(schema)) found.push(...broken(schema, keyword, spec, at));
    const types = [schema.type ?? []].flat();
    if (!types.includes('null')) {
      found.push({ at, what: 'nulled', keyword: 'type', spec: `${spec}/type`, value: null });
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      walk(property, `${spec}${pointer('properties', name)}`, `${at}${pointer(name)}`);
    }
    if (schema.items !== undefined) walk(schema.items, `${spec}/items`, `${at}/0`);
    if (typeof schema.additionalProperties === 'object') {
      walk(schema.additionalProperties, `${spec}/additionalProperties`, `${at}/segment`);
    }
  };
  // The table of operations names places of this document that hold schemas.
  walk(valueAt(document, place) as SchemaObject | Reference, place, '');
  return found;
}

const WORDS: Readonly<Record<string, string>> = {
  type: 'retyped',
  minLength: 'emptied',
  minimum: 'below-minimum',
  maximum: 'above-maximum',
  format: 'malformed',
};

function broken(schema: SchemaObject, keyword: string, spec: string, at: string): readonly Breakage[] {
  const place = `${spec}/${keyword}`;
  if (keyword === 'required') {
    return (schema.required ?? []).map((name, index) => ({
      at,
      what: 'dropped',
      keyword,
      spec: `${place}/${index}`,
      drop: name,
    }));
  }
  // Any value will do as the one to start from: only `required` takes it apart.
  return breakings(schema, keyword, place, {}).flatMap((breaking) =>
    'because' in breaking
      ? []
      : [{ at, what: WORDS[keyword] ?? keyword, keyword, spec: place, value: breaking.value }],
  );
}
