import { schemasOf } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';

export const openObjects: Rule = {
  id: 'open-objects',
  title: 'No object is closed to properties that it does not declare',
  why: 'A server may add properties at any time; a closed schema turns each of them into a breach, and C# clients drop them.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
        if (schema[keyword] === false) {
          yield { pointer: `${pointer}/${keyword}`, message: `${keyword} is false; leave the object open` };
        }
      }
    }
  },
};
