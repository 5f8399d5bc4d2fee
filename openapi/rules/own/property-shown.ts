import { type OpenApiDocument, type SchemaObject, schemaTree } from '../../../src/contract/document.ts';
import { pointer as join } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';
import { componentsWithin } from '../walk/components.ts';
import { contentsOf } from '../walk/contents.ts';
import { examplesOf } from '../walk/examples.ts';
import { partsOf } from '../walk/values.ts';

export const propertyShown: Rule = {
  id: 'property-shown',
  title: 'Every property of a body is shown by at least one example',
  why: 'What no example shows is tested by no mock and no fixture, and nobody notices when it is dropped or misspelt.',
  *check(document) {
    const shown = shownPlaces(document);
    for (const name of bodyComponents(document)) {
      const schema = document.components?.schemas?.[name];
      if (schema === undefined) continue;
      for (const { schema: found, pointer } of schemaTree(schema, join('components', 'schemas', name))) {
        for (const property of Object.keys(found.properties ?? {})) {
          if (shown.get(found)?.has(property)) continue;
          const place = `${pointer}${join('properties', property)}`;
          yield { pointer: place, message: `"${property}" stands in no example of ${name}; show it in one` };
        }
      }
    }
  },
};

/** The names that examples hold, by the schema that describes the object which holds them. */
function shownPlaces(document: OpenApiDocument): ReadonlyMap<SchemaObject, ReadonlySet<string>> {
  const shown = new Map<SchemaObject, Set<string>>();
  for (const example of examplesOf(document)) {
    if (example.content === undefined) continue;
    for (const { value, schema } of partsOf(document, example.value, example.schema, example.pointer)) {
      if (schema === undefined || typeof value !== 'object' || value === null) continue;
      const names = shown.get(schema) ?? new Set();
      for (const name of Object.keys(value)) names.add(name);
      shown.set(schema, names);
    }
  }
  return shown;
}

function bodyComponents(document: OpenApiDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { content } of contentsOf(document)) {
    if (content.schema === undefined) continue;
    for (const name of componentsWithin(document, content.schema)) names.add(name);
  }
  return names;
}
