import { pointer } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

export const noArrayComponent: Rule = {
  id: 'no-array-component',
  title: 'No component is an alias of an array or of a scalar',
  why: 'From an alias one generator makes a collection class, another drops it; write the array where it is used.',
  *check(document) {
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
      if (!types.includes('object')) {
        yield {
          pointer: pointer('components', 'schemas', name),
          message: `${name} is of type ${JSON.stringify(schema.type) ?? 'unknown'}; only objects are components`,
        };
      }
    }
  },
};
