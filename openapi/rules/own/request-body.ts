import { operationsOf, type RequestBodyObject } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';
import { locate } from '../walk/locate.ts';

const WITHOUT_BODY = ['get', 'head', 'delete', 'options', 'trace'];

export const requestBody: Rule = {
  id: 'request-body',
  title: 'POST and PUT require their body; GET and DELETE have none',
  why: 'A body on GET or DELETE has no defined meaning (RFC 9110, section 9.3), and an optional body lets an empty request through.',
  *check(document) {
    for (const { operation, method, pointer } of operationsOf(document)) {
      if (operation.requestBody === undefined) continue;
      const body = locate<RequestBodyObject>(document, operation.requestBody, `${pointer}/requestBody`);
      if (WITHOUT_BODY.includes(method)) {
        yield {
          pointer: `${pointer}/requestBody`,
          message: `${method.toUpperCase()} has a request body; remove it`,
        };
      } else if (body.value.required !== true) {
        yield {
          pointer: body.pointer,
          message: `the body of ${operation.operationId} is optional; write required: true`,
        };
      }
    }
  },
};
