/** The operations of the contract as a table: what a client, a judge and a case generator need to know of each. */
import {
  type ExampleObject,
  type HeaderObject,
  isReference,
  type LocatedOperation,
  METHODS,
  type MediaTypeObject,
  type OpenApiDocument,
  operationsOf,
  type ParameterObject,
  type Reference,
  type ResponseObject,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { pointer, segmentsOf } from '../../src/contract/pointer.ts';
import { GenerateFailure } from './failure.ts';

interface BodyEntry {
  readonly mediaType: string;
  readonly schema: string;
  readonly model: string;
  readonly list: boolean;
  readonly examples: Readonly<Record<string, string>>;
}

interface ParameterEntry {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: string;
  readonly example: unknown;
}

interface ResponseEntry extends Partial<BodyEntry> {
  readonly bodyOptional?: boolean;
  readonly headers: Readonly<Record<string, { readonly required: boolean; readonly schema: string }>>;
  readonly examples: Readonly<Record<string, string>>;
  readonly pointer: string;
}

export interface OperationEntry {
  readonly id: string;
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly pointer: string;
  readonly parameters: readonly ParameterEntry[];
  readonly request?: Omit<BodyEntry, 'list'> & { readonly required: boolean };
  readonly success: string;
  readonly responses: Readonly<Record<string, ResponseEntry>>;
}

/** A value of the document together with the pointer where it is really written, references followed. */
interface Located<T> {
  readonly value: T;
  readonly place: string;
}

export function operationsTable(document: OpenApiDocument): Readonly<Record<string, OperationEntry>> {
  const table: Record<string, OperationEntry> = {};
  for (const located of operationsOf(document)) {
    const { operationId } = located.operation;
    if (typeof operationId !== 'string') throw fault(located.pointer, 'the operation has no operationId');
    if (Object.hasOwn(table, operationId)) {
      throw fault(`${located.pointer}/operationId`, `"${operationId}" names another operation already`);
    }
    table[operationId] = operationEntry(document, located);
  }
  return table;
}

function operationEntry(document: OpenApiDocument, located: LocatedOperation): OperationEntry {
  const { operation, path, pointer: place } = located;
  const method = METHODS.find((known) => known === located.method);
  const tag = operation.tags?.[0];
  if (method === undefined || tag === undefined) throw fault(place, 'the operation has no tag');
  return {
    id: operation.operationId,
    method,
    path,
    tag,
    summary: operation.summary,
    pointer: place,
    parameters: parameterEntries(document, located),
    ...requestEntry(document, located),
    success: successCode(located),
    responses: mapValues(operation.responses, (response, code) =>
      responseEntry(document, response, `${place}${pointer('responses', code)}`),
    ),
  };
}

function successCode({ operation, pointer: place }: LocatedOperation): string {
  const [code, ...others] = Object.keys(operation.responses).filter((key) => key.startsWith('2'));
  if (code === undefined || others.length > 0) {
    throw fault(
      `${place}/responses`,
      'declare exactly one success code; generated clients can express no more',
    );
  }
  return code;
}

function parameterEntries(document: OpenApiDocument, located: LocatedOperation): readonly ParameterEntry[] {
  const ofPath = (located.pathItem.parameters ?? []).map((value, index) => ({
    value,
    place: pointer('paths', located.path, 'parameters', index),
  }));
  const ofOperation = (located.operation.parameters ?? []).map((value, index) => ({
    value,
    place: `${located.pointer}${pointer('parameters', index)}`,
  }));
  return [...ofPath, ...ofOperation].map((written) => {
    const { value, place } = follow<ParameterObject>(document, written.value, written.place);
    const [example] = Object.values(value.examples ?? {});
    if (example === undefined) throw fault(place, 'the parameter has no example');
    return {
      name: value.name,
      in: value.in,
      required: value.required ?? false,
      schema: follow<SchemaObject>(document, value.schema, `${place}/schema`).place,
      example: resolve<ExampleObject>(document, example).value,
    };
  });
}

function requestEntry(document: OpenApiDocument, located: LocatedOperation): Pick<OperationEntry, 'request'> {
  const { requestBody } = located.operation;
  if (requestBody === undefined) return {};
  const { list, ...body } = bodyEntry(
    document,
    requestBody.content,
    `${located.pointer}/requestBody/content`,
  );
  if (list)
    throw fault(`${located.pointer}/requestBody`, 'the table of operations knows no request that is a list');
  return { request: { required: requestBody.required ?? false, ...body } };
}

function responseEntry(
  document: OpenApiDocument,
  response: ResponseObject | Reference,
  writtenAt: string,
): ResponseEntry {
  const { value, place } = follow<ResponseObject>(document, response, writtenAt);
  const headers = mapValues(value.headers ?? {}, (written, name) => {
    const header = follow<HeaderObject>(document, written, `${place}${pointer('headers', name)}`);
    return {
      required: header.value.required ?? false,
      schema: follow<SchemaObject>(document, header.value.schema, `${header.place}/schema`).place,
    };
  });
  if (value.content === undefined) return { headers, examples: {}, pointer: writtenAt };
  const { examples, ...body } = bodyEntry(document, value.content, `${place}/content`);
  return { ...body, bodyOptional: value['x-optional-body'] ?? false, headers, examples, pointer: writtenAt };
}

function bodyEntry(
  document: OpenApiDocument,
  content: Readonly<Record<string, MediaTypeObject>>,
  place: string,
): BodyEntry {
  const [entry, ...others] = Object.entries(content);
  if (entry === undefined || others.length > 0) throw fault(place, 'declare exactly one media type');
  const [mediaType, media] = entry;
  const mediaPlace = `${place}${pointer(mediaType)}`;
  const schema = follow<SchemaObject>(document, media.schema, `${mediaPlace}/schema`);
  const list = schema.value.type === 'array';
  const item = list
    ? follow<SchemaObject>(document, schema.value.items ?? {}, `${schema.place}/items`).place
    : schema.place;
  return {
    mediaType,
    schema: schema.place,
    model: componentName(
      item,
      'schemas',
      'name the model: move the schema to components/schemas and refer to it',
    ),
    list,
    examples: mapValues(media.examples ?? {}, (example, key) => {
      const where = `${mediaPlace}${pointer('examples', key)}`;
      if (!isReference(example))
        throw fault(where, 'move the example to components/examples and refer to it');
      return componentName(
        follow(document, example, where).place,
        'examples',
        'refer to a component example',
      );
    }),
  };
}

function follow<T extends object>(
  document: OpenApiDocument,
  value: T | Reference,
  place: string,
): Located<T> {
  if (!isReference(value)) return { value, place };
  const target = resolve<T>(document, value);
  return {
    value: target,
    place: segmentsOf(value.$ref).length > 0 ? pointer(...segmentsOf(value.$ref)) : place,
  };
}

function componentName(place: string, kind: 'schemas' | 'examples', advice: string): string {
  const [first, second, name, ...rest] = segmentsOf(place);
  if (first === 'components' && second === kind && name !== undefined && rest.length === 0) return name;
  throw fault(place, advice);
}

function mapValues<V, R>(
  record: Readonly<Record<string, V>>,
  map: (value: V, key: string) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

function fault(place: string, message: string): GenerateFailure {
  return new GenerateFailure(`openapi #${place}: ${message}`);
}
