import { type SchemaObject, schemasOf } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';

const SAYS_OPEN = /\b(open list|list is open|list of \w+ is open)\b/i;

export const extensibleEnum: Rule = {
  id: 'extensible-enum',
  title: 'An open list of values is told three ways: in words, in examples and in x-extensible-enum',
  why: 'Readers see the words, tools the examples, diff tools the extension; a closed enum would make clients throw on a new value.',
  *check(document) {
    for (const { schema, pointer } of schemasOf(document)) {
      const values = schema['x-extensible-enum'];
      const saysOpen = SAYS_OPEN.test(String(schema.description ?? ''));
      if (values === undefined) {
        if (saysOpen)
          yield { pointer, message: 'the description speaks of an open list; add x-extensible-enum' };
        continue;
      }
      for (const fault of faultsIn(schema, values))
        yield { pointer: `${pointer}/x-extensible-enum`, message: fault };
      if (!saysOpen) {
        yield {
          pointer: `${pointer}/description`,
          message: 'say in the description that the list is open ("Open list: …")',
        };
      }
    }
  },
};

function* faultsIn(schema: SchemaObject, values: unknown): Generator<string> {
  if (!Array.isArray(values) || values.length === 0 || values.some((value) => typeof value !== 'string')) {
    yield 'write a list of at least one text';
    return;
  }
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  if (twice.length > 0) yield `listed twice: ${twice.join(', ')}`;
  const examples = schema.examples ?? [];
  if (examples.length === 0) yield 'add schema examples taken from the list';
  for (const example of examples) {
    if (!values.includes(example)) yield `the example ${JSON.stringify(example)} is not in the list`;
  }
}
