/** Every example value of the document, with its schema and the place where it is written. */
import {
  type ExampleObject,
  type HeaderObject,
  type MediaTypeObject,
  type OpenApiDocument,
  type Reference,
  type SchemaObject,
  schemasOf,
} from '../../../src/contract/document.ts';
import { pointer } from '../../../src/contract/pointer.ts';
import { contentsOf, type LocatedContent } from './contents.ts';
import { locate } from './locate.ts';
import { allHeadersOf, allParametersOf } from './parameters.ts';

export interface LocatedExample {
  readonly kind: 'request' | 'response' | 'parameter' | 'header' | 'schema';
  /** The place of the value itself. */
  readonly pointer: string;
  readonly value: unknown;
  readonly schema: SchemaObject | Reference;
  /** The name of the parameter or header that the example belongs to. */
  readonly owner?: string;
  /** Where a body example is used. */
  readonly content?: LocatedContent;
}

export function* examplesOf(document: OpenApiDocument): Generator<LocatedExample> {
  for (const content of contentsOf(document)) {
    for (const example of named(document, content.content, content.pointer)) {
      yield { ...example, kind: content.direction, content };
    }
  }
  for (const { parameter, pointer: place } of allParametersOf(document)) {
    for (const example of named(document, parameter, place)) {
      yield { ...example, kind: 'parameter', owner: parameter.name };
    }
  }
  for (const { header, name, pointer: place } of allHeadersOf(document)) {
    for (const example of named(document, header, place)) yield { ...example, kind: 'header', owner: name };
  }
  for (const { schema, pointer: place } of schemasOf(document)) {
    for (const [index, value] of (schema.examples ?? []).entries()) {
      yield { kind: 'schema', pointer: `${place}/examples/${index}`, value, schema };
    }
  }
}

function* named(document: OpenApiDocument, holder: MediaTypeObject | HeaderObject, place: string) {
  for (const [name, example] of Object.entries(holder.examples ?? {})) {
    const found = locate<ExampleObject>(document, example, `${place}${pointer('examples', name)}`);
    yield { pointer: `${found.pointer}/value`, value: found.value.value, schema: holder.schema };
  }
}
