/** The elements of the spec that owe an answer to "where does this come from?". */
import {
  isReference,
  type OpenApiDocument,
  operationsOf,
  type SchemaObject,
  schemaTree,
} from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';

export const ELEMENT_GROUPS = [
  'server',
  'security scheme',
  'operation',
  'parameter',
  'request body',
  'response',
  'header',
  'schema',
  'required list',
  'property',
] as const;
type ElementGroup = (typeof ELEMENT_GROUPS)[number];

export interface SpecElement {
  readonly group: ElementGroup;
  readonly pointer: string;
  /** How a reader calls it: `createCustomer 201`, `Customer.email`. */
  readonly name: string;
}

/** Every element, in the order in which the document holds them. A reference is listed where it leads to. */
export function* elementsOf(document: OpenApiDocument): Generator<SpecElement> {
  for (const [index, server] of (document.servers ?? []).entries()) {
    yield { group: 'server', pointer: pointer('servers', index), name: server.url };
  }
  for (const name of Object.keys(document.components?.securitySchemes ?? {})) {
    yield { group: 'security scheme', pointer: pointer('components', 'securitySchemes', name), name };
  }
  yield* operationElements(document);
  yield* componentElements(document);
}

function* operationElements(document: OpenApiDocument): Generator<SpecElement> {
  for (const [path, pathItem] of Object.entries(document.paths)) {
    yield* inlineParameters(pathItem.parameters ?? [], pointer('paths', path, 'parameters'), path);
  }
  for (const { operation, pointer: place } of operationsOf(document)) {
    const id = operation.operationId;
    yield { group: 'operation', pointer: place, name: id };
    yield* inlineParameters(operation.parameters ?? [], `${place}/parameters`, id);
    if (operation.requestBody !== undefined) {
      yield { group: 'request body', pointer: `${place}/requestBody`, name: `${id} request body` };
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      const at = `${place}${pointer('responses', status)}`;
      yield { group: 'response', pointer: at, name: `${id} ${status}` };
      if (!isReference(response)) yield* inlineHeaders(response.headers ?? {}, at, `${id} ${status}`);
    }
  }
}

function* inlineParameters(
  parameters: readonly object[],
  place: string,
  owner: string,
): Generator<SpecElement> {
  for (const [index, parameter] of parameters.entries()) {
    if (isReference(parameter)) continue;
    const name = `${owner} ${String(Reflect.get(parameter, 'name'))}`;
    yield { group: 'parameter', pointer: `${place}/${index}`, name };
  }
}

function* inlineHeaders(headers: Readonly<Record<string, object>>, place: string, owner: string) {
  for (const [name, header] of Object.entries(headers)) {
    if (isReference(header)) continue;
    const element: SpecElement = {
      group: 'header',
      pointer: `${place}${pointer('headers', name)}`,
      name: `${owner} ${name}`,
    };
    yield element;
  }
}

function* componentElements(document: OpenApiDocument): Generator<SpecElement> {
  const components = document.components ?? {};
  for (const name of Object.keys(components.parameters ?? {})) {
    yield { group: 'parameter', pointer: pointer('components', 'parameters', name), name };
  }
  for (const [name, response] of Object.entries(components.responses ?? {})) {
    const place = pointer('components', 'responses', name);
    yield { group: 'response', pointer: place, name };
    yield* inlineHeaders(response.headers ?? {}, place, name);
  }
  for (const name of Object.keys(components.headers ?? {})) {
    yield { group: 'header', pointer: pointer('components', 'headers', name), name };
  }
  for (const [name, schema] of Object.entries(components.schemas ?? {})) {
    yield { group: 'schema', pointer: pointer('components', 'schemas', name), name };
    yield* properties(schema, pointer('components', 'schemas', name), name);
  }
}

/** The properties of a schema at any depth; those of another component belong to that component. */
function* properties(schema: SchemaObject, place: string, name: string): Generator<SpecElement> {
  for (const located of schemaTree(schema, place)) {
    const inner = located.pointer
      .slice(place.length)
      .split('/')
      .filter((segment) => segment !== 'properties');
    const owner = [name, ...inner.slice(1)].join('.');
    if (located.schema.required !== undefined) {
      yield { group: 'required list', pointer: `${located.pointer}/required`, name: `${owner} required` };
    }
    for (const key of Object.keys(located.schema.properties ?? {})) {
      yield {
        group: 'property',
        pointer: `${located.pointer}${pointer('properties', key)}`,
        name: `${owner}.${key}`,
      };
    }
  }
}
