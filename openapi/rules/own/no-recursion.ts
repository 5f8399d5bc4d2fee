import { pointer } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';
import { componentsWithin } from '../walk/components.ts';

export const noRecursion: Rule = {
  id: 'no-recursion',
  title: 'No schema contains itself, directly or through others',
  why: 'Several generators and example makers never end on a schema that contains itself.',
  *check(document) {
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      if (componentsWithin(document, schema).has(name)) {
        yield { pointer: pointer('components', 'schemas', name), message: `${name} contains itself` };
      }
    }
  },
};
