/** Faults of schemas: types, `null`, required names, properties, limits, values, references. */
import {
  isReference,
  type LocatedSchema,
  type OpenApiDocument,
  type SchemaObject,
  schemasOf,
} from '../../../src/contract/document.ts';
import { pointer } from '../../../src/contract/pointer.ts';
import { type Fault, fault, type Operator } from '../operator.ts';

interface LocatedProperty {
  readonly name: string;
  readonly place: string;
  readonly owner: LocatedSchema;
}

function* propertiesOf(document: OpenApiDocument): Generator<LocatedProperty> {
  for (const owner of schemasOf(document)) {
    for (const name of Object.keys(owner.schema.properties ?? {})) {
      yield { name, owner, place: `${owner.pointer}${pointer('properties', name)}` };
    }
  }
}

/** An operator that looks at each schema by itself. */
function perSchema(id: string, title: string, faults: (found: LocatedSchema) => Iterable<Fault>): Operator {
  return {
    id,
    title,
    *faults(document) {
      for (const found of schemasOf(document)) yield* faults(found);
    },
  };
}

function perProperty(
  id: string,
  title: string,
  faults: (found: LocatedProperty) => Iterable<Fault>,
): Operator {
  return {
    id,
    title,
    *faults(document) {
      for (const found of propertiesOf(document)) yield* faults(found);
    },
  };
}

function typesOf({ type }: SchemaObject): readonly string[] {
  return [type ?? []].flat();
}

const OTHER: Readonly<Record<string, string>> = {
  string: 'integer',
  integer: 'string',
  number: 'integer',
  object: 'string',
  array: 'string',
};
const LOWER = ['minimum', 'minLength', 'minProperties'] as const;

export const schemaOperators: readonly Operator[] = [
  perProperty('property-drop', 'a property is dropped', function* ({ place }) {
    yield fault(place, 'dropped', { remove: place });
  }),
  perProperty('property-rename', 'a property is renamed', function* ({ place, name }) {
    yield fault(place, 'renamed', { rename: place, to: `${name}Value` });
  }),
  perSchema('type-change', 'the type becomes another one', function* ({ schema, pointer: place }) {
    const types = typesOf(schema);
    const to = OTHER[types[0] ?? ''];
    if (to !== undefined)
      yield fault(place, `${types[0]} to ${to}`, {
        set: `${place}/type`,
        to: types.length > 1 ? [to, 'null'] : to,
      });
  }),
  perSchema('type-drop', 'the type is dropped', function* ({ pointer: place }) {
    yield fault(place, 'no type', { remove: `${place}/type` });
  }),
  perSchema('null-allow', '`null` is allowed', function* ({ schema, pointer: place }) {
    if (typeof schema.type === 'string')
      yield fault(place, 'nullable', { set: `${place}/type`, to: [schema.type, 'null'] });
  }),
  perSchema('null-refuse', '`null` is refused', function* ({ schema, pointer: place }) {
    if (Array.isArray(schema.type))
      yield fault(place, 'never null', { set: `${place}/type`, to: schema.type[0] });
  }),
  perSchema('required-drop', 'a name is dropped from `required`', function* ({ schema, pointer: place }) {
    for (const [index, name] of (schema.required ?? []).entries())
      yield fault(`${place}/required`, `${name} is optional`, { remove: `${place}/required/${index}` });
  }),
  perProperty('required-add', 'an optional property becomes required', function* ({ owner, name }) {
    const { required = [] } = owner.schema;
    if (!required.includes(name))
      yield fault(`${owner.pointer}/required`, `${name} is required`, {
        set: `${owner.pointer}/required`,
        to: [...required, name],
      });
  }),
  perSchema('required-misspell', 'a name in `required` is misspelt', function* ({ schema, pointer: place }) {
    for (const [index, name] of (schema.required ?? []).entries())
      yield fault(`${place}/required`, `${name} misspelt`, {
        set: `${place}/required/${index}`,
        to: `${name}s`,
      });
  }),
  perSchema('limit-drop', 'a limit or a format is dropped', function* ({ schema, pointer: place }) {
    for (const keyword of ['minimum', 'maximum', 'minLength', 'minProperties', 'format'])
      if (schema[keyword] !== undefined)
        yield fault(`${place}/${keyword}`, `no ${keyword}`, { remove: `${place}/${keyword}` });
  }),
  perSchema('limit-tighten', 'a limit is tightened', function* ({ schema, pointer: place }) {
    for (const keyword of LOWER) {
      const limit = schema[keyword];
      if (limit !== undefined)
        yield fault(`${place}/${keyword}`, `${keyword} ${limit + 1}`, {
          set: `${place}/${keyword}`,
          to: limit + 1,
        });
    }
    const { maximum } = schema;
    if (maximum !== undefined)
      yield fault(`${place}/maximum`, `maximum ${maximum - 1}`, { set: `${place}/maximum`, to: maximum - 1 });
  }),
  perSchema('limit-loosen', 'a limit is loosened', function* ({ schema, pointer: place }) {
    const { minimum, maximum } = schema;
    if (minimum !== undefined)
      yield fault(`${place}/minimum`, `minimum ${minimum - 1}`, { set: `${place}/minimum`, to: minimum - 1 });
    if (maximum !== undefined)
      yield fault(`${place}/maximum`, `maximum ${maximum + 1}`, { set: `${place}/maximum`, to: maximum + 1 });
  }),
  perSchema(
    'limit-add',
    'a text gets a limit or a pattern that nothing documents',
    function* ({ schema, pointer: place }) {
      if (!typesOf(schema).includes('string')) return;
      yield fault(place, 'maxLength 5', { set: `${place}/maxLength`, to: 5 });
      yield fault(place, 'pattern', { set: `${place}/pattern`, to: '^[a-z]+$' });
    },
  ),
  perSchema(
    'format-change',
    'a format becomes another or an unknown one',
    function* ({ schema, pointer: place }) {
      if (!typesOf(schema).includes('string')) return;
      yield fault(`${place}/format`, 'uuid', { set: `${place}/format`, to: 'uuid' });
      if (schema.format !== undefined)
        yield fault(`${place}/format`, 'misspelt', { set: `${place}/format`, to: `${schema.format}s` });
    },
  ),
  perSchema('values-close', 'an open list becomes an enum', function* ({ schema, pointer: place }) {
    const values = schema['x-extensible-enum'];
    if (values !== undefined) yield fault(place, 'enum', { set: `${place}/enum`, to: values });
  }),
  perSchema(
    'known-value-fault',
    'a known value is dropped, misspelt or listed twice',
    function* ({ schema, pointer: place }) {
      const at = `${place}/x-extensible-enum`;
      for (const [index, value] of (schema['x-extensible-enum'] ?? []).entries()) {
        yield fault(at, `without ${value}`, { remove: `${at}/${index}` });
        yield fault(at, `${value} misspelt`, { set: `${at}/${index}`, to: `${value}x` });
        yield fault(at, `${value} twice`, { set: `${at}/-`, to: value });
      }
    },
  ),
  perSchema('open-list-drop', 'an open list is no longer listed', function* ({ schema, pointer: place }) {
    const at = `${place}/x-extensible-enum`;
    if (schema['x-extensible-enum'] !== undefined) yield fault(at, 'dropped', { remove: at });
  }),
  perSchema('object-close', 'an object is closed', function* ({ schema, pointer: place }) {
    if (typesOf(schema).includes('object'))
      yield fault(place, 'closed', { set: `${place}/additionalProperties`, to: false });
  }),
  perSchema('map-drop', 'what a map holds is no longer said', function* ({ schema, pointer: place }) {
    const at = `${place}/additionalProperties`;
    if (schema.additionalProperties !== undefined) yield fault(at, 'dropped', { remove: at });
  }),
  perSchema(
    'sensitive-drop',
    'the mark of a sensitive value is dropped',
    function* ({ schema, pointer: place }) {
      if (schema['x-sensitive'] === true) yield fault(place, 'unmarked', { remove: `${place}/x-sensitive` });
    },
  ),
  perSchema('keyword-misspell', 'a keyword is misspelt', function* ({ schema, pointer: place }) {
    for (const keyword of Object.keys(schema))
      yield fault(`${place}/${keyword}`, `${keyword}s`, { rename: `${place}/${keyword}`, to: `${keyword}s` });
  }),
  {
    id: 'reference-swap',
    title: 'a reference leads to another component of its kind',
    *faults(document) {
      for (const { place, ref } of referencesOf(document, '')) {
        const [, kind = '', name = ''] = ref.slice(2).split('/');
        const names = Object.keys(Reflect.get(document.components ?? {}, kind) ?? {});
        const other = names[(names.indexOf(name) + 1) % names.length];
        if (other !== undefined && other !== name)
          yield fault(place, `${name} to ${other}`, {
            set: `${place}/$ref`,
            to: `#/components/${kind}/${other}`,
          });
      }
    },
  },
  {
    id: 'reference-break',
    title: 'a reference leads nowhere',
    *faults(document) {
      for (const { place, ref } of referencesOf(document, ''))
        yield fault(place, 'dangling', { set: `${place}/$ref`, to: `${ref}s` });
    },
  },
];

function* referencesOf(
  value: unknown,
  place: string,
): Generator<{ readonly place: string; readonly ref: string }> {
  if (typeof value !== 'object' || value === null || place.endsWith('/value')) return;
  if (isReference(value)) yield { place, ref: value.$ref };
  for (const [key, child] of Object.entries(value)) yield* referencesOf(child, `${place}${pointer(key)}`);
}
