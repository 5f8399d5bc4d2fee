import type { Rule } from '../rule.ts';
import { examplesOf } from '../walk/examples.ts';

export const errorExampleStatus: Rule = {
  id: 'error-example-status',
  title: 'The `status` inside an error example is the status that it is sent with',
  why: 'Mock servers send the example as it stands: a 404 whose body says 500 teaches every reader and client the wrong thing.',
  *check(document) {
    for (const { value, content, pointer } of examplesOf(document)) {
      const key = content?.status;
      if (content === undefined || key === undefined || !isErrorKey(key)) continue;
      const status: unknown =
        typeof value === 'object' && value !== null ? Reflect.get(value, 'status') : undefined;
      const place = `${pointer}/status`;
      const { operationId, responses } = content.operation.operation;
      if (key !== 'default') {
        if (status !== Number(key))
          yield { pointer: place, message: `status is ${status} in an example of ${key}` };
      } else if (typeof status !== 'number' || status < 400 || status > 599) {
        yield {
          pointer: place,
          message: `status is ${status} in an example of default; write an error status`,
        };
      } else if (Object.hasOwn(responses, String(status))) {
        yield {
          pointer: place,
          message: `status ${status} in an example of default, although ${operationId} declares ${status}`,
        };
      }
    }
  },
};

function isErrorKey(key: string): boolean {
  return key === 'default' || /^[45]/.test(key);
}
