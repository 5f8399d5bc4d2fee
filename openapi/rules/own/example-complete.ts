import { type ExampleObject, isReference } from '../../../src/contract/document.ts';
import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Fault, Rule } from '../rule.ts';
import { contentsOf } from '../walk/contents.ts';
import { locate } from '../walk/locate.ts';
import { allHeadersOf, allParametersOf } from '../walk/parameters.ts';

export const exampleComplete: Rule = {
  id: 'example-complete',
  title: 'Every body has a named, shared example with a summary; every parameter and header has an example',
  why: 'Examples feed the mock server, the fixtures and the reference; what has none is invented by each tool anew.',
  *check(document) {
    for (const { content, pointer } of contentsOf(document)) {
      const examples = Object.entries(content.examples ?? {});
      if (examples.length === 0)
        yield { pointer, message: 'a body without an example; refer to one under examples' };
      for (const [name, example] of examples) {
        const place = `${pointer}${join('examples', name)}`;
        if (!isReference(example)) {
          yield {
            pointer: place,
            message: `example "${name}" is inline; make it a component and refer to it`,
          };
          continue;
        }
        const found = locate<ExampleObject>(document, example, place);
        yield* summaryFaults(found.value, found.pointer);
      }
    }
    for (const { parameter, pointer } of allParametersOf(document)) {
      if (isEmpty(parameter.examples))
        yield { pointer, message: `parameter ${parameter.name} has no example` };
    }
    for (const { header, name, pointer } of allHeadersOf(document)) {
      if (isEmpty(header.examples)) yield { pointer, message: `header ${name} has no example` };
    }
  },
};

function* summaryFaults(example: ExampleObject, place: string): Generator<Fault> {
  const { summary } = example;
  if (typeof summary !== 'string' || !/^[A-Z].*[^.\s]$/s.test(summary)) {
    const found = JSON.stringify(summary) ?? 'no summary';
    yield {
      pointer: `${place}/summary`,
      message: `${found}; write a title in sentence case without a full stop`,
    };
  }
}

function isEmpty(examples: object | undefined): boolean {
  return Object.keys(examples ?? {}).length === 0;
}
