import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';
import { examplesOf } from '../walk/examples.ts';
import { partsOf } from '../walk/values.ts';

export const exampleUndeclaredProperty: Rule = {
  id: 'example-undeclared-property',
  title: 'Examples hold only properties that their schema declares',
  why: 'Objects are open, so a misspelt property in an example is valid everywhere and is copied by every reader.',
  *check(document) {
    for (const example of examplesOf(document)) {
      for (const { value, schema, pointer } of partsOf(
        document,
        example.value,
        example.schema,
        example.pointer,
      )) {
        const isMap = schema?.additionalProperties !== undefined && schema.additionalProperties !== false;
        if (
          typeof value !== 'object' ||
          value === null ||
          Array.isArray(value) ||
          schema === undefined ||
          isMap
        )
          continue;
        for (const name of Object.keys(value)) {
          if (Object.hasOwn(schema.properties ?? {}, name)) continue;
          yield {
            pointer: `${pointer}${join(name)}`,
            message: `"${name}" is not declared by the schema of this example`,
          };
        }
      }
    }
  },
};
