import type { Rule } from '../rule.ts';
import { describedOf } from '../walk/descriptions.ts';

const FEWEST_WORDS = 3;

export const described: Rule = {
  id: 'described',
  title: 'Everything a reader meets is described in at least one full sentence',
  why: 'A name alone leaves the reader guessing at units, origin and absence, and every client repeats the guess.',
  *check(document) {
    for (const { kind, name, pointer, description } of describedOf(document)) {
      const fault = faultIn(description, name);
      if (fault !== undefined)
        yield { pointer: `${pointer}/description`, message: `${kind} ${name}: ${fault}` };
    }
  },
};

function faultIn(description: unknown, name: string): string | undefined {
  if (typeof description !== 'string' || description.trim() === '') return 'no description';
  const text = description.trim();
  if (plain(text) === plain(name)) return `the description "${text}" only repeats the name`;
  if (!text.endsWith('.')) return `the description does not end with a full stop: "…${text.slice(-30)}"`;
  if (!/^[A-Z0-9`"'(*]/.test(text))
    return `the description does not begin like a sentence: "${text.slice(0, 30)}…"`;
  if (text.split(/\s+/).length < FEWEST_WORDS) return `the description "${text}" is no sentence`;
  return undefined;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(the|a|an) /, '')
    .replace(/[^a-z0-9]/g, '');
}
