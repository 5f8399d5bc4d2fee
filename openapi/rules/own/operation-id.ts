import { operationsOf } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';

const SHAPE = /^(create|list|retrieve|update|delete)[A-Z][A-Za-z]+$/;
const [SHORTEST, LONGEST] = [4, 50];

export const operationId: Rule = {
  id: 'operation-id',
  title: 'Operation names are a verb and a noun in camelCase',
  why: 'The name becomes a method in every generated client; one pattern keeps five languages readable.',
  *check(document) {
    for (const { operation, pointer } of operationsOf(document)) {
      const name = String(operation.operationId);
      if (!SHAPE.test(name) || name.length < SHORTEST || name.length > LONGEST) {
        yield {
          pointer: `${pointer}/operationId`,
          message: `"${name}"; write create, list, retrieve, update or delete and a noun, ${SHORTEST} to ${LONGEST} letters`,
        };
      }
    }
  },
};
