import { schemasOf } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';

export const noBareObject: Rule = {
  id: 'no-bare-object',
  title: 'Every object schema names its properties or says what its additional properties are',
  why: 'From a bare object one generator makes a type that holds nothing, another drops the property.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      const types = Array.isArray(schema.type) ? schema.type : [schema.type];
      if (!types.includes('object')) continue;
      const isEmpty = Object.keys(schema.properties ?? {}).length === 0;
      if (isEmpty && schema.additionalProperties === undefined) {
        yield {
          pointer,
          message: 'a bare object; add properties, or additionalProperties with a schema or true',
        };
      }
    }
  },
};
