/**
 * The OpenAPI document as data: the types of what this contract uses of OpenAPI 3.1, and the walks over it.
 * Reading a file is the caller's; nothing here needs more than the document itself.
 */
import { pointer, valueAt } from './pointer.ts';

export interface Reference {
  readonly $ref: string;
}

/** The codegen-safe subset of JSON Schema 2020-12 that the spec is written in; unknown keywords stay readable. */
export interface SchemaObject {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaObject | Reference>>;
  readonly required?: readonly string[];
  readonly items?: SchemaObject | Reference;
  readonly additionalProperties?: boolean | SchemaObject | Reference;
  readonly minProperties?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
  readonly deprecated?: boolean;
  readonly 'x-extensible-enum'?: readonly string[];
  readonly 'x-sensitive'?: boolean;
  readonly [keyword: string]: unknown;
}

export interface ExampleObject {
  readonly summary?: string;
  readonly description?: string;
  readonly value: unknown;
}

export interface MediaTypeObject {
  readonly schema: SchemaObject | Reference;
  readonly examples?: Readonly<Record<string, ExampleObject | Reference>>;
}

export interface HeaderObject {
  readonly description?: string;
  readonly required?: boolean;
  readonly schema: SchemaObject | Reference;
  readonly examples?: Readonly<Record<string, ExampleObject | Reference>>;
}

export interface ParameterObject extends HeaderObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
}

export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, HeaderObject | Reference>>;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
  /** The server may leave the documented body out (nothing records what it sends). */
  readonly 'x-optional-body'?: boolean;
}

export interface RequestBodyObject {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaTypeObject>>;
}

export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBodyObject;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
  readonly [keyword: string]: unknown;
}

export interface PathItemObject {
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly [method: string]: unknown;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly [key: string]: unknown };
  readonly servers?: readonly {
    readonly url: string;
    readonly description?: string;
    readonly [key: string]: unknown;
  }[];
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, PathItemObject>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, SchemaObject>>;
    readonly parameters?: Readonly<Record<string, ParameterObject>>;
    readonly responses?: Readonly<Record<string, ResponseObject>>;
    readonly headers?: Readonly<Record<string, HeaderObject>>;
    readonly examples?: Readonly<Record<string, ExampleObject>>;
    readonly securitySchemes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  readonly [key: string]: unknown;
}

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

export interface LocatedOperation {
  readonly path: string;
  readonly method: string;
  readonly pointer: string;
  readonly operation: OperationObject;
  readonly pathItem: PathItemObject;
}

export interface LocatedSchema {
  readonly pointer: string;
  readonly schema: SchemaObject;
}

export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, '$ref') === 'string';
}

/** Follows local references until something that is not one; throws on a reference that leads nowhere, or to itself. */
export function resolve<T extends object>(document: OpenApiDocument, value: T | Reference): T {
  let current: T | Reference = value;
  const followed = new Set<string>();
  while (isReference(current)) {
    if (followed.has(current.$ref)) throw new Error(`reference leads to itself: ${current.$ref}`);
    followed.add(current.$ref);
    const target = current.$ref.startsWith('#') ? valueAt(document, current.$ref) : undefined;
    if (typeof target !== 'object' || target === null)
      throw new Error(`reference leads nowhere: ${current.$ref}`);
    // The reference's place decides the kind (a schema where a schema stands); the validators check the rest.
    current = target as T | Reference;
  }
  return current;
}

/** Every operation in document order. */
export function* operationsOf(document: OpenApiDocument): Generator<LocatedOperation> {
  for (const [path, pathItem] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = pathItem[method];
      if (typeof operation !== 'object' || operation === null) continue;
      // A method key of a path item holds an operation by definition (OpenAPI 3.1, section 4.8.9).
      yield {
        path,
        method,
        pointer: pointer('paths', path, method),
        operation: operation as OperationObject,
        pathItem,
      };
    }
  }
}

/** The parameters of an operation, its own and its path item's, resolved. */
export function parametersOf(
  document: OpenApiDocument,
  located: LocatedOperation,
): readonly ParameterObject[] {
  return [...(located.pathItem.parameters ?? []), ...(located.operation.parameters ?? [])].map((parameter) =>
    resolve<ParameterObject>(document, parameter),
  );
}

/** A schema and every schema written inside it; references are not followed. */
export function* schemaTree(schema: SchemaObject | Reference, place: string): Generator<LocatedSchema> {
  if (isReference(schema)) return;
  yield { pointer: place, schema };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield* schemaTree(property, `${place}${pointer('properties', name)}`);
  }
  if (schema.items !== undefined) yield* schemaTree(schema.items, `${place}/items`);
  if (typeof schema.additionalProperties === 'object') {
    yield* schemaTree(schema.additionalProperties, `${place}/additionalProperties`);
  }
}

/** Every schema written in the document, wherever it stands: components, parameters, headers, media types. */
export function* schemasOf(document: OpenApiDocument): Generator<LocatedSchema> {
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    yield* schemaTree(schema, pointer('components', 'schemas', name));
  }
  yield* inlineSchemas(document.components ?? {}, '/components');
  yield* inlineSchemas(document.paths ?? {}, '/paths');
}

/** Schemas under a `schema` key, as parameters, headers and media types hold them. */
function* inlineSchemas(value: unknown, place: string): Generator<LocatedSchema> {
  if (typeof value !== 'object' || value === null || place === '/components/schemas') return;
  for (const [key, child] of Object.entries(value)) {
    const childPlace = `${place}${pointer(key)}`;
    if (key === 'examples' || key === 'example') continue;
    if (key === 'schema' && typeof child === 'object' && child !== null) {
      yield* schemaTree(child as SchemaObject | Reference, childPlace);
    } else {
      yield* inlineSchemas(child, childPlace);
    }
  }
}
