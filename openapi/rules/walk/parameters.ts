/** Every parameter and response header, with the place where it is written. */
import {
  type HeaderObject,
  type OpenApiDocument,
  operationsOf,
  type ParameterObject,
  type Reference,
} from '../../../src/contract/document.ts';
import { pointer } from '../../../src/contract/pointer.ts';
import { responsesOf } from './contents.ts';
import { locate } from './locate.ts';

export interface LocatedParameter {
  readonly pointer: string;
  readonly parameter: ParameterObject;
}

export interface LocatedHeader {
  readonly pointer: string;
  readonly name: string;
  readonly header: HeaderObject;
}

export function* allParametersOf(document: OpenApiDocument): Generator<LocatedParameter> {
  for (const [name, parameter] of Object.entries(document.components?.parameters ?? {})) {
    yield { pointer: pointer('components', 'parameters', name), parameter };
  }
  for (const [path, pathItem] of Object.entries(document.paths ?? {})) {
    yield* listed(document, pathItem.parameters, pointer('paths', path, 'parameters'));
  }
  for (const { operation, pointer: place } of operationsOf(document)) {
    yield* listed(document, operation.parameters, `${place}/parameters`);
  }
}

function* listed(
  document: OpenApiDocument,
  parameters: readonly (ParameterObject | Reference)[] | undefined,
  place: string,
): Generator<LocatedParameter> {
  for (const [index, parameter] of (parameters ?? []).entries()) {
    const found = locate<ParameterObject>(document, parameter, `${place}/${index}`);
    yield { pointer: found.pointer, parameter: found.value };
  }
}

export function* allHeadersOf(document: OpenApiDocument): Generator<LocatedHeader> {
  for (const [name, header] of Object.entries(document.components?.headers ?? {})) {
    yield { pointer: pointer('components', 'headers', name), name, header };
  }
  for (const { response, pointer: place } of responsesOf(document)) {
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      const found = locate<HeaderObject>(document, header, `${place}${pointer('headers', name)}`);
      yield { pointer: found.pointer, name, header: found.value };
    }
  }
}
