/**
 * The ids of the contract checks that follow from the spec: which examples are exchanged, which faults are sent.
 * `violations` and `undeclared-method` each stand for all checks of an operation that send such a fault.
 */
import {
  type MediaTypeObject,
  type OpenApiDocument,
  operationsOf,
  parametersOf,
  type ResponseObject,
  resolve,
} from '../../src/contract/document.ts';

export function* checkIdsOf(document: OpenApiDocument): Generator<string> {
  const paths = new Set<string>();
  for (const located of operationsOf(document)) {
    const { operationId: id, requestBody, responses } = located.operation;
    yield `${id}/no-credentials`;
    // The methods that a path does not declare are tried once, under its first operation.
    if (!paths.has(located.path)) yield `${id}/undeclared-method`;
    paths.add(located.path);
    if (requestBody !== undefined || parametersOf(document, located).length > 0) yield `${id}/violations`;
    for (const key of exampleKeys(requestBody?.content ?? {})) yield `${id}/request/${key}`;
    for (const [status, response] of Object.entries(responses)) {
      const keys = exampleKeys(resolve<ResponseObject>(document, response).content ?? {});
      if (keys.length === 0) yield `${id}/${status}`;
      for (const key of keys) yield `${id}/${status}/${key}`;
    }
  }
}

function exampleKeys(content: Readonly<Record<string, MediaTypeObject>>): readonly string[] {
  return Object.values(content).flatMap((media) => Object.keys(media.examples ?? {}));
}
