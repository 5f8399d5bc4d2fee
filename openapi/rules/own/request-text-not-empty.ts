import { type OpenApiDocument, schemaTree } from '../../../src/contract/document.ts';
import { pointer } from '../../../src/contract/pointer.ts';
import type { Fault, Rule } from '../rule.ts';
import { componentsWithin } from '../walk/components.ts';
import { contentsOf } from '../walk/contents.ts';
import { allParametersOf } from '../walk/parameters.ts';

export const requestTextNotEmpty: Rule = {
  id: 'request-text-not-empty',
  title: 'Every text property and path parameter that is sent excludes the empty text',
  why: 'What an empty text means is documented nowhere, and an empty path segment addresses another resource. Answers carry no such bound: there it would be a promise.',
  *check(document) {
    for (const name of sentComponents(document)) {
      const schema = document.components?.schemas?.[name];
      if (schema !== undefined) yield* unboundedProperties(schema, pointer('components', 'schemas', name));
    }
    for (const { parameter, pointer: place } of allParametersOf(document)) {
      if (parameter.in !== 'path') continue;
      if (Reflect.get(parameter.schema, 'type') === 'string' && !hasMinimum(parameter.schema)) {
        yield {
          pointer: `${place}/schema`,
          message: `path parameter "${parameter.name}" may be empty; add minLength: 1`,
        };
      }
    }
  },
};

function sentComponents(document: OpenApiDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { direction, content } of contentsOf(document)) {
    if (direction !== 'request' || content.schema === undefined) continue;
    for (const name of componentsWithin(document, content.schema)) names.add(name);
  }
  return names;
}

/** The values of a map are left out: an empty text may be what a client wants to store under its own key. */
function* unboundedProperties(schema: Parameters<typeof schemaTree>[0], place: string): Generator<Fault> {
  for (const { schema: found, pointer: at } of schemaTree(schema, place)) {
    if (found.type !== 'string' || hasMinimum(found) || at.endsWith('/additionalProperties')) continue;
    yield { pointer: at, message: 'this text may be empty; add minLength: 1' };
  }
}

/** An e-mail address is never empty, so its format says as much as a length would. */
/** Formats that no empty text has. */
const NEVER_EMPTY = ['email', 'date', 'date-time', 'uri'];

function hasMinimum(schema: object): boolean {
  if (NEVER_EMPTY.includes(String(Reflect.get(schema, 'format')))) return true;
  if (Reflect.get(schema, 'format') === 'email') return true;
  const minimum: unknown = Reflect.get(schema, 'minLength');
  return typeof minimum === 'number' && minimum >= 1;
}
