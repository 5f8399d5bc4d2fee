/** Answers that keep the contract at its edges, and answers that break it in one place each, made from its own examples. */
import type { OpenApiDocument, Reference, SchemaObject } from '../../src/contract/document.ts';
import { resolve } from '../../src/contract/document.ts';
import { pointer, segmentsOf } from '../../src/contract/pointer.ts';

export interface Probe {
  readonly what: string;
  readonly value: unknown;
}

/** What a server may send as well: `null` where it is allowed, a member more, a value that no open list knows. */
export function* goodAnswers(
  document: OpenApiDocument,
  schema: SchemaObject | Reference,
  example: unknown,
): Generator<Probe> {
  yield { what: 'the example itself', value: example };
  for (const { schema: found, at, value } of placesOf(document, schema, example, '')) {
    const types = [found.type ?? []].flat();
    if (types.includes('null')) yield { what: `null at ${at}`, value: withValue(example, at, null) };
    if (isRecord(value) && found.additionalProperties === undefined)
      yield { what: `a member more at ${at}`, value: withValue(example, at, { ...value, another: 1 }) };
    if (found['x-extensible-enum'] !== undefined && typeof value === 'string')
      yield { what: `an unknown value at ${at}`, value: withValue(example, at, 'a-value-to-come') };
    for (const name of Object.keys(found.properties ?? {})) {
      if (isRecord(value) && name in value && !found.required?.includes(name))
        yield { what: `without ${name} at ${at}`, value: withValue(example, at, without(value, name)) };
    }
    if (typeof value === 'string' && found.format === undefined)
      yield { what: `one letter at ${at}`, value: withValue(example, at, 'x') };
    if (typeof value === 'string' && found.format === undefined)
      yield { what: `a long text at ${at}`, value: withValue(example, at, 'Long Text 1 '.repeat(9)) };
    if (typeof value === 'number') {
      for (const limit of [found.minimum, found.maximum])
        if (limit !== undefined) yield { what: `${limit} at ${at}`, value: withValue(example, at, limit) };
    }
  }
}

/** What a server must not send: one keyword broken at one place. */
export function* badAnswers(
  document: OpenApiDocument,
  schema: SchemaObject | Reference,
  example: unknown,
): Generator<Probe> {
  for (const { schema: found, at, value } of placesOf(document, schema, example, '')) {
    const bad = (what: string, broken: unknown): Probe => ({
      what: `${what} at ${at || '/'}`,
      value: withValue(example, at, broken),
    });
    const types = [found.type ?? []].flat();
    if (types.length > 0 && !types.includes('null')) yield bad('null', null);
    for (const [type, other] of Object.entries(OF_TYPE))
      if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number')))
        yield bad(type, other);
    if (types.includes('integer')) yield bad('a fraction', 1.5);
    for (const name of found.required ?? [])
      if (isRecord(value)) yield bad(`without ${name}`, without(value, name));
    if (found.minLength !== undefined) yield bad('empty text', '');
    if (found.minimum !== undefined) yield bad('below the minimum', found.minimum - 1);
    if (found.maximum !== undefined) yield bad('above the maximum', found.maximum + 1);
    if (found.format === 'date-time') yield bad('no date', 'in May');
    if (found.format === 'int32' && found.maximum === undefined) yield bad('too large', 2 ** 31);
  }
}

const OF_TYPE: Readonly<Record<string, unknown>> = {
  string: 'some text',
  integer: 7,
  boolean: true,
  object: { a: 1 },
  array: [1],
};

interface ValuePlace {
  readonly schema: SchemaObject;
  readonly at: string;
  readonly value: unknown;
}

function* placesOf(
  document: OpenApiDocument,
  given: SchemaObject | Reference,
  value: unknown,
  at: string,
): Generator<ValuePlace> {
  const schema = resolve<SchemaObject>(document, given);
  yield { schema, at, value };
  if (Array.isArray(value) && schema.items !== undefined) {
    for (const [index, item] of value.entries())
      yield* placesOf(document, schema.items, item, `${at}/${index}`);
  }
  if (!isRecord(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const rest = schema.additionalProperties;
    const inner = schema.properties?.[name] ?? (typeof rest === 'object' ? rest : undefined);
    if (inner !== undefined) yield* placesOf(document, inner, member, `${at}${pointer(name)}`);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

/** A copy with the value at one place replaced. */
function withValue(value: unknown, at: string, to: unknown): unknown {
  const [first, ...rest] = segmentsOf(at);
  if (first === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      String(index) === first ? withValue(item, pointer(...rest), to) : item,
    );
  }
  return isRecord(value) ? { ...value, [first]: withValue(value[first], pointer(...rest), to) } : value;
}
