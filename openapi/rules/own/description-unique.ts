import type { Rule } from '../rule.ts';
import { describedOf } from '../walk/descriptions.ts';

export const descriptionUnique: Rule = {
  id: 'description-unique',
  title: 'No two descriptions are equal',
  why: 'A copied description says nothing about the place it was copied to, and hides a component that should be shared.',
  *check(document) {
    const first = new Map<string, string>();
    for (const { pointer, description } of describedOf(document)) {
      if (typeof description !== 'string') continue;
      const text = description.trim().replace(/\s+/g, ' ').toLowerCase();
      const place = first.get(text);
      if (place === undefined) first.set(text, pointer);
      else if (place !== pointer) {
        yield { pointer: `${pointer}/description`, message: `the same description stands at ${place}` };
      }
    }
  },
};
