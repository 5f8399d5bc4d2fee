import { operationsOf } from '../../../src/contract/document.ts';
import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';
import { responsesOf } from '../walk/contents.ts';

const EVERYWHERE = ['400', '401', 'default'];

export const errorResponses: Rule = {
  id: 'error-responses',
  title: 'Every operation declares 400, 401 and default, and 404 where an identifier is in its path',
  why: 'Where a code is missing, mock servers invent a body of their own and clients have no type for it. RFC 9110, section 11.6.1, asks for WWW-Authenticate on 401.',
  *check(document) {
    for (const { operation, path, pointer } of operationsOf(document)) {
      const wanted = path.includes('{') ? [...EVERYWHERE, '404'] : EVERYWHERE;
      for (const key of wanted) {
        if (!Object.hasOwn(operation.responses ?? {}, key)) {
          yield {
            pointer: `${pointer}/responses`,
            message: `${operation.operationId} does not declare ${key}`,
          };
        }
      }
    }
    for (const { status, response, pointer } of responsesOf(document)) {
      if (status === '401' && response.headers?.['WWW-Authenticate'] === undefined) {
        yield {
          pointer: `${pointer}${join('headers')}`,
          message: 'a 401 response without the header WWW-Authenticate',
        };
      }
    }
  },
};
