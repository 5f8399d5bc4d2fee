/**
 * fixtures/: per model, instances that must be accepted and instances that must be refused, each of these with the one keyword
 * that refuses it. The field's terms for the places are those of JSON Schema's output format (2020-12, section 12).
 */
import {
  type ExampleObject,
  isReference,
  type OpenApiDocument,
  type Reference,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { pointer, valueAt, withValue } from '../../src/contract/pointer.ts';
import { breakings, constraintsOf } from '../../src/contract/violations.ts';
import { type Artifacts, jsonText } from './artifact.ts';
import { GenerateFailure } from './failure.ts';
import { operationsTable } from './operations.ts';

export interface ValidInstance {
  /** Name of the component example, and the place in it where the instance is only a part of the example. */
  readonly example: string;
  readonly instance: unknown;
}

export interface InvalidInstance {
  readonly keyword: string;
  /** JSON Pointer of the keyword in the schema of the model. */
  readonly keywordLocation: string;
  /** The property that `required` misses. */
  readonly missingProperty?: string;
  /** JSON Pointer of the refused value in the instance. */
  readonly instanceLocation: string;
  /** Keywords that cannot be kept where this one is broken, such as a format with the same bounds. */
  readonly alsoRefusedBy?: readonly string[];
  readonly instance: unknown;
}

export interface ModelCases {
  readonly model: string;
  readonly valid: readonly ValidInstance[];
  readonly invalid: readonly InvalidInstance[];
}

export function modelFixtures(document: OpenApiDocument): Artifacts {
  const files = casesOf(document).flatMap(({ model, valid, invalid }): readonly [string, string][] => [
    [`fixtures/valid/${model}.json`, jsonText(valid)],
    [`fixtures/invalid/${model}.json`, jsonText(invalid)],
  ]);
  return new Map(files);
}

/** The cases of every model of the document. */
export function casesOf(document: OpenApiDocument): readonly ModelCases[] {
  const instances = instancesByModel(document);
  return Object.entries(document.components?.schemas ?? {}).map(([model, schema]) => {
    const valid = instances.get(model) ?? [];
    if (valid.length === 0) throw fault(model, 'no example holds an instance of this model');
    return { model, valid, invalid: invalidInstances(model, schema, valid) };
  });
}

/** Every value in the examples that stands where a model does, once each, under the first example that holds it. */
function instancesByModel(document: OpenApiDocument): ReadonlyMap<string, readonly ValidInstance[]> {
  const found = new Map<string, Map<string, ValidInstance>>();
  const walk = (given: SchemaObject | Reference, example: string, instance: unknown): void => {
    if (isReference(given)) {
      const model = given.$ref.split('/').at(-1) ?? '';
      const known = found.get(model) ?? new Map<string, ValidInstance>();
      found.set(model, known);
      const text = JSON.stringify(instance);
      if (!known.has(text)) known.set(text, { example, instance });
    }
    const { properties = {}, items } = resolve<SchemaObject>(document, given);
    for (const [name, property] of Object.entries(properties)) {
      const value = valueAt(instance, pointer(name));
      if (value !== undefined) walk(property, `${example}${pointer(name)}`, value);
    }
    if (items !== undefined && Array.isArray(instance)) {
      for (const [index, item] of instance.entries()) walk(items, `${example}${pointer(index)}`, item);
    }
  };
  for (const [name, { schema, example }] of examplesWithSchemas(document)) walk(schema, name, example.value);
  return new Map([...found].map(([model, instances]) => [model, [...instances.values()]]));
}

/** Every component example with the schema of the body that it illustrates. */
function examplesWithSchemas(
  document: OpenApiDocument,
): ReadonlyMap<string, { readonly schema: SchemaObject | Reference; readonly example: ExampleObject }> {
  const found = new Map<string, { schema: SchemaObject | Reference; example: ExampleObject }>();
  for (const { request, responses } of Object.values(operationsTable(document))) {
    for (const { schema, examples } of [
      ...(request === undefined ? [] : [request]),
      ...Object.values(responses),
    ]) {
      for (const name of schema === undefined ? [] : Object.values(examples)) {
        const example = document.components?.examples?.[name];
        if (schema === undefined || example === undefined) continue;
        // A body that is a model is named by the place of the model; any other schema is written in place.
        const model = schema.startsWith('/components/schemas/');
        const written = model ? { $ref: `#${schema}` } : (valueAt(document, schema) as SchemaObject);
        found.set(name, { schema: written, example });
      }
    }
  }
  return found;
}

/** One instance per keyword and place of a model's own schema; what it refers to has cases of its own. */
function invalidInstances(
  model: string,
  root: SchemaObject,
  valid: readonly ValidInstance[],
): readonly InvalidInstance[] {
  const found: InvalidInstance[] = [];
  const walk = (schema: SchemaObject | Reference, location: string, at: readonly string[]): void => {
    if (isReference(schema)) return;
    const place = pointer(...at);
    const base = fullest(valid, place);
    if (base === undefined) throw fault(`${model}${location}`, 'no example holds a value here');
    const add = (keyword: string, value: unknown, missingProperty?: string): void => {
      found.push({
        keyword,
        keywordLocation: `${location}/${keyword}`,
        ...(missingProperty === undefined ? {} : { missingProperty }),
        instanceLocation: place,
        ...alsoRefusedBy(schema, keyword, location, value),
        instance: withValue(base, place, value),
      });
    };
    for (const keyword of constraintsOf(schema)) {
      const all = breakings(schema, keyword, `${location}/${keyword}`, valueAt(base, place));
      for (const [index, breaking] of all.entries()) {
        if ('value' in breaking)
          add(keyword, breaking.value, keyword === 'required' ? schema.required?.[index] : undefined);
      }
    }
    // Many languages cannot tell null from an absent value, so it has a case of its own.
    if (![schema.type ?? []].flat().includes('null')) add('type', null);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      walk(property, `${location}${pointer('properties', name)}`, [...at, name]);
    }
    if (schema.items !== undefined) walk(schema.items, `${location}/items`, [...at, '0']);
    if (typeof schema.additionalProperties === 'object') {
      const declared = new Set(Object.keys(schema.properties ?? {}));
      const key = valid
        .flatMap(({ instance }) => Object.keys(valueAt(instance, place) ?? {}))
        .find((name) => !declared.has(name));
      if (key === undefined) throw fault(`${model}${location}`, 'no example holds a pair of this map');
      walk(schema.additionalProperties, `${location}/additionalProperties`, [...at, key]);
    }
  };
  walk(root, '', []);
  return found;
}

/** A number beyond the 32 bits of its format breaks the bound that lies within them as well. */
function alsoRefusedBy(
  { format, maximum }: SchemaObject,
  keyword: string,
  location: string,
  value: unknown,
): Pick<InvalidInstance, 'alsoRefusedBy'> {
  if (format !== 'int32' || maximum === undefined || typeof value !== 'number' || value <= 2_147_483_647)
    return {};
  return { alsoRefusedBy: [`${location}/${keyword === 'format' ? 'maximum' : 'format'}`] };
}

/** The longest instance with a value at a place. */
function fullest(valid: readonly ValidInstance[], place: string): unknown {
  const holding = valid.filter(({ instance }) => valueAt(instance, place) !== undefined);
  const size = ({ instance }: ValidInstance): number => JSON.stringify(instance).length;
  return holding.sort((one, other) => size(other) - size(one))[0]?.instance;
}

function fault(place: string, what: string): GenerateFailure {
  return new GenerateFailure(`openapi #/components/schemas/${place}: ${what}; add one`);
}
