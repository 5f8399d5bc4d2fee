import { operationsOf } from '../../../src/contract/document.ts';
import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

export const responseKeys: Rule = {
  id: 'response-keys',
  title: 'Every operation declares one success code, and exact codes beside `default`',
  why: 'NSwag throws on a second success code; ranges such as 4XX make code that does not compile in three generators.',
  *check(document) {
    for (const { operation, pointer } of operationsOf(document)) {
      const keys = Object.keys(operation.responses ?? {});
      const successes = keys.filter((key) => key.startsWith('2'));
      if (successes.length !== 1) {
        yield {
          pointer: `${pointer}/responses`,
          message: `${operation.operationId} declares ${successes.length} success codes; declare exactly one`,
        };
      }
      for (const key of keys) {
        if (/^[1-5]\d\d$/.test(key) || key === 'default' || key.startsWith('x-')) continue;
        yield {
          pointer: `${pointer}${join('responses', key)}`,
          message: `"${key}" is no exact status code; write the code or default`,
        };
      }
    }
  },
};
