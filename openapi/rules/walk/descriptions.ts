/** Everything that a reader expects a description of, with what it is called. */
import { type OpenApiDocument, operationsOf, schemasOf } from '../../../src/contract/document.ts';
import { pointer, segmentsOf } from '../../../src/contract/pointer.ts';
import { responsesOf } from './contents.ts';
import { allHeadersOf, allParametersOf } from './parameters.ts';

export interface Described {
  readonly kind: string;
  readonly name: string;
  /** The place of the thing; its description stands at `/description` below it. */
  readonly pointer: string;
  readonly description: unknown;
}

/** A thing that several others refer to comes once for each of them, always with the same place. */
export function* describedOf(document: OpenApiDocument): Generator<Described> {
  yield entry('document', document.info.title, '/info', document.info);
  const { externalDocs } = document;
  if (typeof externalDocs === 'object' && externalDocs !== null)
    yield entry('link', 'externalDocs', '/externalDocs', externalDocs);
  for (const [index, server] of (document.servers ?? []).entries()) {
    yield entry('server', server.url, pointer('servers', index), server);
  }
  for (const [index, tag] of (document.tags ?? []).entries()) {
    yield entry('tag', tag.name, pointer('tags', index), tag);
  }
  for (const [name, scheme] of Object.entries(document.components?.securitySchemes ?? {})) {
    yield entry('security scheme', name, pointer('components', 'securitySchemes', name), scheme);
  }
  for (const { operation, pointer: place } of operationsOf(document)) {
    yield entry('operation', operation.operationId, place, operation);
    if (operation.requestBody !== undefined) {
      yield entry('request body', operation.operationId, `${place}/requestBody`, operation.requestBody);
    }
  }
  for (const { response, status, pointer: place } of responsesOf(document)) {
    yield entry('response', status, place, response);
  }
  for (const { parameter, pointer: place } of allParametersOf(document)) {
    yield entry('parameter', parameter.name, place, parameter);
  }
  for (const { header, name, pointer: place } of allHeadersOf(document)) {
    yield entry('header', name, place, header);
  }
  for (const [name, example] of Object.entries(document.components?.examples ?? {})) {
    // A summary is enough for an example; what is written beyond it is read like any other description.
    if (example.description !== undefined)
      yield entry('example', name, pointer('components', 'examples', name), example);
  }
  for (const { schema, pointer: place } of schemasOf(document)) {
    const segments = segmentsOf(place);
    const isProperty = segments.at(-2) === 'properties';
    yield entry(isProperty ? 'property' : 'schema', segments.at(-1) ?? '', place, schema);
  }
}

function entry(kind: string, name: string, place: string, thing: object): Described {
  return { kind, name: String(name), pointer: place, description: Reflect.get(thing, 'description') };
}
