import type { OpenApiDocument } from '../../../src/contract/document.ts';
import { pointer } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';
import { componentsWithin } from '../walk/components.ts';
import { contentsOf } from '../walk/contents.ts';

export const requestResponseSeparation: Rule = {
  id: 'request-response-separation',
  title: 'A schema is either sent or received, never both',
  why: 'A request must be strict and an answer forgiving; one schema for both is too lax to send or too tight to read.',
  *check(document) {
    const sent = componentsOf(document, 'request');
    const received = componentsOf(document, 'response');
    for (const name of sent) {
      if (received.has(name)) {
        yield {
          pointer: pointer('components', 'schemas', name),
          message: `${name} is part of a request and of a response; write one schema for each`,
        };
      }
    }
  },
};

function componentsOf(document: OpenApiDocument, direction: 'request' | 'response'): ReadonlySet<string> {
  const names = new Set<string>();
  for (const content of contentsOf(document)) {
    if (content.direction !== direction || content.content.schema === undefined) continue;
    for (const name of componentsWithin(document, content.content.schema)) names.add(name);
  }
  return names;
}
