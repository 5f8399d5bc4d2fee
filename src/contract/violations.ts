/**
 * One request per constraint: for every keyword of every schema that a request can reach, a request that breaks exactly
 * that keyword. They prove that a provider checks what the contract says, and that a validator has not silently given up.
 */
import type { OperationId } from '../../generated/operations.ts';
import {
  isReference,
  type LocatedOperation,
  type OpenApiDocument,
  operationsOf,
  parametersOf,
  type Reference,
  resolve,
  type SchemaObject,
} from './document.ts';
import { pointer, segmentsOf, valueAt, withoutMember, withValue } from './pointer.ts';

export interface Violation {
  readonly operation: OperationId;
  /** JSON Pointer of the broken keyword in the bundled spec. */
  readonly spec: string;
  readonly keyword: string;
  /** Where the broken value stands: `['body', 'amount', 'total']`, `['path', 'token']`, or `[]` for the whole request. */
  readonly at: readonly string[];
  /** Values of the path parameters. */
  readonly path: Readonly<Record<string, string>>;
  /** The body to send; absent for none. */
  readonly body?: unknown;
  /** Why the wire turns this keyword into another one, where it does: `''` as a path segment is an absent segment. */
  readonly onTheWire?: { readonly keyword: string; readonly at: readonly string[] } | undefined;
}

/** A keyword of a request that no request can break, with the reason. */
export interface Unbreakable {
  readonly operation: OperationId;
  readonly spec: string;
  readonly keyword: string;
  readonly because: string;
}

export interface RequestConstraints {
  readonly violations: readonly Violation[];
  readonly unbreakable: readonly Unbreakable[];
}

/** What says nothing about a value: words, names of parts, and the parts themselves (they are walked on their own). */
const SILENT_KEYWORDS = new Set(['description', 'examples', 'deprecated', 'properties', 'items', '$ref']);

interface Place {
  readonly located: LocatedOperation;
  readonly base: unknown;
  readonly path: Readonly<Record<string, string>>;
}

/** Every constraint of every request of the document; throws on a keyword that it does not know how to break. */
export function requestConstraints(document: OpenApiDocument): RequestConstraints {
  const violations: Violation[] = [];
  const unbreakable: Unbreakable[] = [];
  for (const located of operationsOf(document)) {
    const place = { located, path: examplePath(document, located), base: fullestExample(document, located) };
    collectPath(document, place, violations, unbreakable);
    collectBody(document, place, violations, unbreakable);
  }
  return { violations, unbreakable };
}

function collectPath(
  document: OpenApiDocument,
  { located, path, base }: Place,
  violations: Violation[],
  unbreakable: Unbreakable[],
): void {
  const operation = operationId(located);
  for (const parameter of parametersOf(document, located)) {
    const schema = resolve<SchemaObject>(document, parameter.schema);
    const place = parameterPointer(document, located, parameter.name);
    for (const keyword of constraintsOf(schema)) {
      const spec = `${place}/schema/${keyword}`;
      if (keyword === 'minLength') {
        const onTheWire = { keyword: 'required', at: ['path'] };
        const broken = { ...path, [parameter.name]: '' };
        violations.push({
          operation,
          spec,
          keyword,
          at: ['path', parameter.name],
          path: broken,
          body: base,
          onTheWire,
        });
      } else if (keyword === 'type') {
        unbreakable.push({ operation, spec, keyword, because: 'every path segment is a string' });
      } else {
        throw unknownKeyword(spec, keyword);
      }
    }
  }
}

function collectBody(
  document: OpenApiDocument,
  { located, path, base }: Place,
  violations: Violation[],
  unbreakable: Unbreakable[],
): void {
  const { requestBody } = located.operation;
  if (requestBody === undefined) return;
  const operation = operationId(located);
  if (requestBody.required === true) {
    const spec = `${located.pointer}/requestBody/required`;
    violations.push({ operation, spec, keyword: 'required', at: [], path });
  }
  for (const { schema, spec: place, at } of reachableSchemas(document, located)) {
    for (const keyword of constraintsOf(schema)) {
      for (const breaking of breakings(schema, keyword, `${place}/${keyword}`, valueAt(base, at))) {
        if ('because' in breaking) {
          unbreakable.push({ operation, spec: breaking.spec, keyword, because: breaking.because });
          continue;
        }
        const body = withValue(base, at, breaking.value);
        violations.push({
          operation,
          spec: breaking.spec,
          keyword,
          at: ['body', ...segmentsOf(at)],
          path,
          body,
        });
      }
    }
  }
}

export interface ReachableSchema {
  readonly schema: SchemaObject;
  /** Pointer of the schema in the spec. */
  readonly spec: string;
  /** Pointer of the value in the body. */
  readonly at: string;
}

/** The schemas that a request body reaches, each with the value of the fullest example that stands there. */
export function reachableSchemas(
  document: OpenApiDocument,
  located: LocatedOperation,
): readonly ReachableSchema[] {
  const found: ReachableSchema[] = [];
  const walk = (given: SchemaObject | Reference, writtenAt: string, at: string): void => {
    const spec = isReference(given) ? given.$ref.slice(1) : writtenAt;
    const schema = resolve<SchemaObject>(document, given);
    found.push({ schema, spec, at });
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      walk(property, `${spec}${pointer('properties', name)}`, `${at}${pointer(name)}`);
    }
    if (typeof schema.additionalProperties === 'object') {
      const [key] = Object.keys(valueAt(fullestExample(document, located), at) ?? {});
      if (key === undefined)
        throw new Error(`${spec}: no request example holds a pair, so its values cannot be broken`);
      walk(schema.additionalProperties, `${spec}/additionalProperties`, `${at}${pointer(key)}`);
    }
  };
  for (const [type, media] of Object.entries(located.operation.requestBody?.content ?? {})) {
    walk(media.schema, `${located.pointer}${pointer('requestBody', 'content', type, 'schema')}`, '');
  }
  return found;
}

/** A value that breaks one keyword, or why none can. */
export type Breaking =
  | { readonly spec: string; readonly value: unknown }
  | { readonly spec: string; readonly because: string };

/** The values that break one keyword at one place, starting from a value that keeps it. */
export function breakings(
  schema: SchemaObject,
  keyword: string,
  spec: string,
  current: unknown,
): readonly Breaking[] {
  if (current === undefined)
    throw new Error(`${spec}: no request example holds a value here, so it cannot be broken`);
  switch (keyword) {
    case 'type':
      return [{ spec, value: ofAnotherType(schema) }];
    case 'required':
      return (schema.required ?? []).map((name, index) => ({
        spec: `${spec}/${index}`,
        value: withoutMember(current, pointer(name)),
      }));
    case 'minProperties':
      return [{ spec, value: {} }];
    case 'minLength':
      return [{ spec, value: '' }];
    case 'minimum':
      return [{ spec, value: (schema.minimum ?? 0) - 1 }];
    case 'maximum':
      return [{ spec, value: (schema.maximum ?? 0) + 1 }];
    case 'format':
      return [breakingFormat(schema.format, spec)];
    case 'additionalProperties':
      return [];
    default:
      throw unknownKeyword(spec, keyword);
  }
}

function breakingFormat(format: string | undefined, spec: string): Breaking {
  switch (format) {
    case 'email':
      return { spec, value: 'not an address' };
    case 'int32':
      return { spec, value: 2_147_483_648 };
    case 'date-time':
      return { spec, value: 'yesterday' };
    case 'double':
      return { spec, because: 'every JSON number is a double' };
    default:
      throw unknownKeyword(spec, `format: ${format}`);
  }
}

function ofAnotherType(schema: SchemaObject): unknown {
  const types = [schema.type ?? []].flat();
  return types.includes('string') ? 12_345 : 'text';
}

/** The keywords of a schema that a value can break. */
export function constraintsOf(schema: SchemaObject): readonly string[] {
  return Object.keys(schema).filter((keyword) => !SILENT_KEYWORDS.has(keyword) && !keyword.startsWith('x-'));
}

/** The documented example with the most places in it: the one that reaches the most constraints. */
function fullestExample(document: OpenApiDocument, located: LocatedOperation): unknown {
  const media = Object.values(located.operation.requestBody?.content ?? {});
  const values = media.flatMap(({ examples }) =>
    Object.values(examples ?? {}).map((example) => resolve<{ value: unknown }>(document, example).value),
  );
  const size = (value: unknown): number => JSON.stringify(value).length;
  return values.sort((a, b) => size(b) - size(a))[0];
}

function examplePath(document: OpenApiDocument, located: LocatedOperation): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parametersOf(document, located).map((parameter) => {
      const [example] = Object.values(parameter.examples ?? {});
      if (example === undefined)
        throw new Error(`${located.pointer}: parameter ${parameter.name} has no example`);
      return [parameter.name, String(resolve<{ value: unknown }>(document, example).value)];
    }),
  );
}

/** The place where a parameter is written: its component where it is a reference. */
function parameterPointer(document: OpenApiDocument, located: LocatedOperation, name: string): string {
  const written = [...(located.pathItem.parameters ?? []), ...(located.operation.parameters ?? [])];
  for (const parameter of written) {
    if (isReference(parameter) && resolve<{ name?: string }>(document, parameter).name === name)
      return parameter.$ref.slice(1);
  }
  return `${located.pointer}/parameters`;
}

/** The table of operations is generated from the same document, so each operationId is one of its keys. */
function operationId(located: LocatedOperation): OperationId {
  return located.operation.operationId as OperationId;
}

function unknownKeyword(spec: string, keyword: string): Error {
  return new Error(
    `${spec}: no way is known to break "${keyword}"; add one, or the contract is not proven there`,
  );
}
