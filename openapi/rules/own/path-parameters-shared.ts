import {
  isReference,
  operationsOf,
  type ParameterObject,
  parametersOf,
} from '../../../src/contract/document.ts';
import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

export const pathParametersShared: Rule = {
  id: 'path-parameters-shared',
  title: 'Path parameters are components, named once for the whole path',
  why: 'A parameter written twice drifts: one operation would call it customerId, the next one id.',
  *check(document) {
    for (const [path, pathItem] of Object.entries(document.paths ?? {})) {
      for (const [index, parameter] of (pathItem.parameters ?? []).entries()) {
        if (!isReference(parameter)) {
          yield {
            pointer: join('paths', path, 'parameters', index),
            message: `"${parameter.name}" is inline; make it a component and refer to it`,
          };
        }
      }
    }
    for (const located of operationsOf(document)) {
      const own: readonly ParameterObject[] = parametersOf(document, { ...located, pathItem: {} });
      for (const [index, parameter] of own.entries()) {
        if (parameter.in === 'path') {
          yield {
            pointer: `${located.pointer}/parameters/${index}`,
            message: `declare "${parameter.name}" at the path, not at ${located.operation.operationId}`,
          };
        }
      }
    }
  },
};
