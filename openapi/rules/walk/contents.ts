/** Every body that an operation takes or gives: its media type object, with the operation and the status it stands under. */
import {
  type LocatedOperation,
  type MediaTypeObject,
  type OpenApiDocument,
  operationsOf,
  type RequestBodyObject,
  type ResponseObject,
} from '../../../src/contract/document.ts';
import { pointer } from '../../../src/contract/pointer.ts';
import { locate } from './locate.ts';

export interface LocatedContent {
  readonly operation: LocatedOperation;
  readonly direction: 'request' | 'response';
  /** The response key; absent for a request body. */
  readonly status?: string;
  readonly mediaType: string;
  readonly pointer: string;
  readonly content: MediaTypeObject;
}

export interface LocatedResponse {
  readonly operation: LocatedOperation;
  readonly status: string;
  readonly pointer: string;
  readonly response: ResponseObject;
}

/** A response shared as a component comes once for each operation that uses it, always with the component's place. */
export function* responsesOf(document: OpenApiDocument): Generator<LocatedResponse> {
  for (const operation of operationsOf(document)) {
    for (const [status, response] of Object.entries(operation.operation.responses ?? {})) {
      const found = locate<ResponseObject>(
        document,
        response,
        `${operation.pointer}${pointer('responses', status)}`,
      );
      yield { operation, status, pointer: found.pointer, response: found.value };
    }
  }
}

export function* contentsOf(document: OpenApiDocument): Generator<LocatedContent> {
  for (const operation of operationsOf(document)) {
    const { requestBody } = operation.operation;
    if (requestBody === undefined) continue;
    const body = locate<RequestBodyObject>(document, requestBody, `${operation.pointer}/requestBody`);
    for (const [mediaType, content] of Object.entries(body.value.content ?? {})) {
      const place = `${body.pointer}${pointer('content', mediaType)}`;
      yield { operation, direction: 'request', mediaType, pointer: place, content };
    }
  }
  for (const { operation, status, pointer: place, response } of responsesOf(document)) {
    for (const [mediaType, content] of Object.entries(response.content ?? {})) {
      const contentPlace = `${place}${pointer('content', mediaType)}`;
      yield { operation, direction: 'response', status, mediaType, pointer: contentPlace, content };
    }
  }
}
