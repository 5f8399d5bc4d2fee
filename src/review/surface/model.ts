/** The contract as a code generator reads it, before any language: operations, their parameters and results, models and fields. */
import {
  isReference,
  type LocatedOperation,
  type OpenApiDocument,
  operationsOf,
  type ParameterObject,
  type Reference,
  type ResponseObject,
  type SchemaObject,
} from '../../contract/document.ts';
import { pointer } from '../../contract/pointer.ts';
import { isNullable, typesOf } from '../compare/types.ts';
import { closedValues } from '../compare/values.ts';
import { componentName, located } from '../place.ts';

/** A type without its language. */
export type TypeShape =
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'list' | 'map'; readonly of: ValueShape }
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'scalar'; readonly type: string; readonly format: string | undefined };

export interface ValueShape {
  readonly type: TypeShape;
  readonly nullable: boolean;
}

/** Who fills a model: clients, the server, both, or nobody that an operation knows. */
export type Role = 'sent' | 'received' | 'both' | 'unused';

export interface FieldShape extends ValueShape {
  readonly name: string;
  readonly required: boolean;
  readonly pointer: string;
}

export interface ModelShape {
  readonly name: string;
  readonly pointer: string;
  readonly role: Role;
  readonly fields: readonly FieldShape[];
  /** What the members beside the fields are; absent where the object says nothing or refuses them. */
  readonly rest: ValueShape | undefined;
  /** Whether members beside the fields are refused. */
  readonly closed: boolean;
  /** Set where the component is no object: an alias of another type. */
  readonly alias: ValueShape | undefined;
}

export interface ParameterShape extends FieldShape {
  readonly in: string;
}

export interface ResultShape {
  readonly status: string;
  readonly pointer: string;
  /** The component, where the response is one. */
  readonly definition: string;
  readonly headers: readonly string[];
  /** By media type; empty where the answer has no body. */
  readonly bodies: readonly { readonly mediaType: string; readonly value: ValueShape }[];
}

export interface OperationShape {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly parameters: readonly ParameterShape[];
  readonly bodies: readonly {
    readonly mediaType: string;
    readonly value: ValueShape;
    readonly required: boolean;
    readonly pointer: string;
  }[];
  readonly results: readonly ResultShape[];
  /** The credentials that generated code attaches, `basicAuth` and the like, and the place that says so. */
  readonly security: { readonly names: string; readonly pointer: string };
}

export interface SurfaceModel {
  readonly operations: readonly OperationShape[];
  readonly models: readonly ModelShape[];
}

export function surfaceModel(document: OpenApiDocument): SurfaceModel {
  const operations = [...operationsOf(document)].map((found) => operationShape(document, found));
  const roles = rolesOf(document, operations);
  const models = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) =>
    modelShape(document, name, schema, roles.get(name) ?? 'unused'),
  );
  return { operations, models };
}

function operationShape(document: OpenApiDocument, found: LocatedOperation): OperationShape {
  const { operation, pathItem, method, path, pointer: place } = found;
  const written = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])];
  const body = operation.requestBody;
  const request = body === undefined ? undefined : located(document, body, `${place}/requestBody`);
  return {
    id: operation.operationId ?? `${method}${path.replaceAll(/\W+/g, '_')}`,
    tag: operation.tags?.[0] ?? 'default',
    method,
    path,
    pointer: place,
    parameters: written.map((value) => parameterShape(document, value, place)),
    bodies: Object.entries(request?.value.content ?? {}).map(([mediaType, { schema }]) => ({
      mediaType,
      value: valueShape(document, schema),
      required: request?.value.required === true,
      pointer: `${request?.pointer ?? place}${pointer('content', mediaType)}`,
    })),
    results: Object.entries(operation.responses ?? {}).map(([status, response]) =>
      resultShape(document, status, response, `${place}${pointer('responses', status)}`),
    ),
    security: {
      names: securityOf(operation['security'] ?? document['security']),
      pointer: operation['security'] === undefined ? '/security' : `${place}/security`,
    },
  };
}

/** Alternatives are joined by "or", what must come together by "and"; `none` where nothing is attached. */
function securityOf(list: unknown): string {
  if (!Array.isArray(list)) return 'none';
  const alternatives = list.map((entry: unknown) =>
    Object.keys(typeof entry === 'object' && entry !== null ? entry : {}).join(' and '),
  );
  return alternatives.filter((names) => names !== '').join(' or ') || 'none';
}

function parameterShape(
  document: OpenApiDocument,
  value: ParameterObject | Reference,
  place: string,
): ParameterShape {
  const { value: parameter, pointer: at } = located<ParameterObject>(document, value, place);
  return {
    ...valueShape(document, parameter.schema),
    name: parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    pointer: at,
  };
}

function resultShape(
  document: OpenApiDocument,
  status: string,
  value: ResponseObject | Reference,
  place: string,
): ResultShape {
  const { value: response, pointer: definition } = located<ResponseObject>(document, value, place);
  return {
    status,
    pointer: place,
    definition,
    headers: Object.keys(response.headers ?? {}),
    bodies: Object.entries(response.content ?? {}).map(([mediaType, { schema }]) => ({
      mediaType,
      value: valueShape(document, schema),
    })),
  };
}

function modelShape(document: OpenApiDocument, name: string, schema: SchemaObject, role: Role): ModelShape {
  const place = pointer('components', 'schemas', name);
  const { additionalProperties: rest, properties } = schema;
  const isObject = typesOf(schema).includes('object') || properties !== undefined;
  return {
    name,
    pointer: place,
    role,
    fields: Object.entries(properties ?? {}).map(([field, value]) => ({
      ...valueShape(document, value),
      name: field,
      required: schema.required?.includes(field) ?? false,
      pointer: `${place}${pointer('properties', field)}`,
    })),
    rest: typeof rest === 'object' ? valueShape(document, rest) : rest === true ? ANYTHING : undefined,
    closed: rest === false,
    alias: isObject ? undefined : valueShape(document, schema),
  };
}

const ANYTHING: ValueShape = {
  type: { kind: 'scalar', type: 'anything', format: undefined },
  nullable: true,
};

function valueShape(document: OpenApiDocument, value: SchemaObject | Reference | undefined): ValueShape {
  if (value === undefined) return ANYTHING;
  const { value: schema, pointer: place } = located<SchemaObject>(document, value, '');
  const nullable = isNullable(schema) && schema.type !== undefined;
  const name = isReference(value) ? componentName(place) : undefined;
  if (name !== undefined) return { type: { kind: 'model', name }, nullable };
  return { type: typeShape(document, schema), nullable };
}

function typeShape(document: OpenApiDocument, schema: SchemaObject): TypeShape {
  const values = closedValues(schema);
  if (values !== undefined) return { kind: 'values', values };
  const types = typesOf(schema);
  const [type = 'anything'] = types;
  if (types.length > 1) return { kind: 'scalar', type: types.join('|'), format: undefined };
  if (type === 'array') return { kind: 'list', of: valueShape(document, schema.items) };
  const rest = schema.additionalProperties;
  if (type === 'object' && typeof rest === 'object') return { kind: 'map', of: valueShape(document, rest) };
  return { kind: 'scalar', type, format: schema.format };
}

/** Models that a request or an answer reaches, through fields, lists and maps. */
function rolesOf(
  document: OpenApiDocument,
  operations: readonly OperationShape[],
): ReadonlyMap<string, Role> {
  const reached = { sent: new Set<string>(), received: new Set<string>() };
  const walk = ({ type }: ValueShape, into: Set<string>): void => {
    if (type.kind === 'list' || type.kind === 'map') walk(type.of, into);
    if (type.kind !== 'model' || into.has(type.name)) return;
    into.add(type.name);
    const schema = document.components?.schemas?.[type.name];
    if (schema === undefined) return;
    const { fields, rest, alias } = modelShape(document, type.name, schema, 'unused');
    for (const value of [...fields, ...(rest ? [rest] : []), ...(alias ? [alias] : [])]) walk(value, into);
  };
  for (const { bodies, results } of operations) {
    for (const { value } of bodies) walk(value, reached.sent);
    for (const { value } of results.flatMap((result) => result.bodies)) walk(value, reached.received);
  }
  const names = new Set([...reached.sent, ...reached.received]);
  return new Map(
    [...names].map((name) => {
      if (!reached.received.has(name)) return [name, 'sent'];
      return [name, reached.sent.has(name) ? 'both' : 'received'];
    }),
  );
}
