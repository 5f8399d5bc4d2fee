import { schemasOf } from '../../../src/contract/document.ts';
import { segmentsOf } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

export const noInlineObject: Rule = {
  id: 'no-inline-object',
  title: 'Every object schema is a component of its own',
  why: 'Generators invent names for inline objects, and the names change with the order of the document.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      const types = Array.isArray(schema.type) ? schema.type : [schema.type];
      const segments = segmentsOf(pointer);
      const isComponent = segments.length === 3 && segments[0] === 'components' && segments[1] === 'schemas';
      if (types.includes('object') && !isComponent) {
        yield { pointer, message: 'an inline object; make it a component and refer to it' };
      }
    }
  },
};
