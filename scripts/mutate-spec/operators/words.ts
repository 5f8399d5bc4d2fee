/** Faults of words and of examples: what people read, and what mocks, fixtures and documents are made of. */
import { examplesOf } from '../../../openapi/rules/walk/examples.ts';
import { partsOf } from '../../../openapi/rules/walk/values.ts';
import { type OpenApiDocument, type SchemaObject, schemasOf } from '../../../src/contract/document.ts';
import { pointer, valueAt } from '../../../src/contract/pointer.ts';
import { type Fault, fault, type Operator } from '../operator.ts';

export const wordOperators: readonly Operator[] = [
  {
    id: 'description-fault',
    title: 'a description is emptied, dropped, cut to a word, or left as a note',
    *faults(document) {
      for (const place of descriptionsIn(document, '')) {
        yield fault(place, 'emptied', { set: place, to: '' });
        yield fault(place, 'dropped', { remove: place });
        yield fault(place, 'one word', { set: place, to: 'Text.' });
        yield fault(place, 'a note', { set: place, to: 'TODO: describe what this is about.' });
      }
    },
  },
  {
    id: 'schema-example-fault',
    title: 'an example of a schema is dropped or has the wrong type',
    *faults(document) {
      for (const { schema, pointer: place } of schemasOf(document)) {
        if (schema.examples === undefined) continue;
        yield fault(`${place}/examples`, 'dropped', { remove: `${place}/examples` });
        for (const [index, value] of schema.examples.entries())
          yield fault(`${place}/examples`, `${index} retyped`, {
            set: `${place}/examples/${index}`,
            to: retyped(value),
          });
      }
    },
  },
  {
    id: 'example-value-fault',
    title: 'a value in an example has the wrong type, or its name is misspelt',
    *faults(document) {
      for (const [name, example] of Object.entries(document.components?.examples ?? {}))
        yield* valueFaults(example.value, pointer('components', 'examples', name, 'value'));
    },
  },
  {
    id: 'example-member-drop',
    title: 'an example loses a member that its schema requires',
    *faults(document) {
      for (const { place, schema } of objectsOf(document)) {
        for (const name of schema.required ?? []) {
          const at = `${place}${pointer(name)}`;
          if (valueAt(document, at) !== undefined) yield fault(at, 'dropped', { remove: at });
        }
      }
    },
  },
  {
    id: 'example-member-unshown',
    title: 'an optional property is taken out of every example that shows it',
    *faults(document) {
      const shown = new Map<string, string[]>();
      for (const { place, model, value } of objectsOf(document)) {
        for (const name of Object.keys(value)) {
          if (
            valueAt(document, `${pointer('components', 'schemas', model, 'properties', name)}`) === undefined
          )
            continue;
          if (document.components?.schemas?.[model]?.required?.includes(name)) continue;
          const key = pointer('components', 'schemas', model, 'properties', name);
          shown.set(key, [...(shown.get(key) ?? []), `${place}${pointer(name)}`]);
        }
      }
      for (const [key, places] of shown) yield fault(key, 'unshown', ...places.map((remove) => ({ remove })));
    },
  },
  {
    id: 'example-fault',
    title: 'an example is dropped, or loses its summary',
    *faults(document) {
      for (const [name, { summary }] of Object.entries(document.components?.examples ?? {})) {
        const place = pointer('components', 'examples', name);
        yield fault(place, 'dropped', { remove: place });
        yield fault(place, 'no summary', { remove: `${place}/summary` });
        yield fault(place, 'summary with a full stop', { set: `${place}/summary`, to: `${summary}.` });
        yield fault(place, 'no value', { remove: `${place}/value` });
      }
    },
  },
  {
    id: 'example-unlink',
    title: 'a body, a parameter or a header loses one of its examples',
    *faults(document) {
      for (const place of exampleMapsIn(document, '')) {
        const [map, index] = [place.map, place.names];
        for (const name of index)
          yield fault(`${map}${pointer(name)}`, 'unlinked', { remove: `${map}${pointer(name)}` });
      }
    },
  },
];

function* descriptionsIn(value: unknown, place: string, parent = ''): Generator<string> {
  if (typeof value !== 'object' || value === null || place.endsWith('/value')) return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${place}${pointer(key)}`;
    if (key === 'description' && parent !== 'properties' && typeof child === 'string') yield at;
    else yield* descriptionsIn(child, at, key);
  }
}

function* valueFaults(value: unknown, place: string): Generator<Fault> {
  if (typeof value !== 'object' || value === null) {
    yield fault(place, 'retyped', { set: place, to: retyped(value) });
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    const at = `${place}${pointer(key)}`;
    if (!Array.isArray(value)) yield fault(at, 'misspelt', { rename: at, to: `${key}s` });
    yield* valueFaults(child, at);
  }
}

interface ExampleObjectPlace {
  readonly place: string;
  readonly model: string;
  readonly schema: SchemaObject;
  readonly value: object;
}

/** Every object inside a shared example that a model describes, once for each place. */
function* objectsOf(document: OpenApiDocument): Generator<ExampleObjectPlace> {
  const seen = new Set<string>();
  for (const example of examplesOf(document)) {
    if (!example.pointer.startsWith('/components/examples/')) continue;
    for (const part of partsOf(document, example.value, example.schema, example.pointer)) {
      const { pointer: place, value, schema, component: model } = part;
      if (model === undefined || schema === undefined || seen.has(place)) continue;
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      seen.add(place);
      yield { place, model, schema, value };
    }
  }
}

/** A value that no schema of this contract takes in the place of the other. */
function retyped(value: unknown): unknown {
  return typeof value === 'string' ? 12_345 : value === null ? [] : 'some text';
}

interface ExampleMap {
  readonly map: string;
  readonly names: readonly string[];
}

/** The `examples` of media types, parameters and headers; the components themselves are another operator's. */
function* exampleMapsIn(value: unknown, place: string): Generator<ExampleMap> {
  if (typeof value !== 'object' || value === null || place === '/components/examples') return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${place}${pointer(key)}`;
    const isMap = key === 'examples' && typeof child === 'object' && child !== null && !Array.isArray(child);
    if (isMap && at !== '/components/examples') yield { map: at, names: Object.keys(child) };
    else yield* exampleMapsIn(child, at);
  }
}
