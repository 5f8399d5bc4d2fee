/** Requests that keep the contract: examples, each optional property on and off, values at the limits, known values, unicode. */
import type { OperationId } from '../../../generated/operations.ts';
import type { LocatedOperation, OpenApiDocument, SchemaObject } from '../document.ts';
import { pointer, valueAt, withoutMember, withValue } from '../pointer.ts';
import { reachableSchemas } from '../violations.ts';
import { fullestExample, owned, requestExamples, TAG, unicodeName } from './bodies.ts';
import { type Case, described, frame, JSON_HEADERS } from './case.ts';
import type { Random } from './random.ts';

export interface Setting {
  readonly document: OpenApiDocument;
  readonly random: Random;
  readonly merchantId: number | undefined;
}

/** @param slot the customer that the requests are about. */
export function positiveCases(
  { document, random, merchantId }: Setting,
  located: LocatedOperation,
  operation: OperationId,
): readonly Case[] {
  const slot = slotOf(operation);
  const { pointer: spec, request } = described(operation);
  const make = (name: string, title: string, place: string, body?: unknown): Case => ({
    ...frame(operation, slot),
    id: `${operation}/valid/${name}`,
    cause: isOpen(operation, body) ? 'open-request' : 'accepts-valid',
    title,
    spec: place,
    headers: request === undefined ? {} : JSON_HEADERS,
    ...(request === undefined ? {} : { body: JSON.stringify(own(name, body)) }),
  });
  const own = (name: string, body: unknown): unknown =>
    owned(operation, body, { name: `${operation}-${name.replaceAll(/[^\w-]+/g, '-')}`, slot, merchantId });

  if (request === undefined) {
    const empty = operation === 'listPaymentInstruments' ? [emptyList(operation)] : [];
    const sparse = operation === 'retrieveCustomer' ? SPARSE.map((one) => sparseRead(operation, one)) : [];
    return [make('plain', 'as documented', spec), ...empty, ...sparse];
  }

  const full = fullestExample(operation);
  const examples = Object.entries(requestExamples(operation)).map(([name, body]) =>
    make(
      `example-${name}`,
      `example ${name}`,
      `${spec}/requestBody/content/application~1json/examples/${name}`,
      body,
    ),
  );
  const charset: Case = {
    ...make('charset', 'with a charset in the media type', `${spec}/requestBody/content`, full),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  };
  const bodies = [
    ...optionalOnAndOff(document, located, full),
    ...values(document, located, full),
    ...unicode(full, random),
  ];
  const sparse =
    operation === 'updateCustomer'
      ? [
          sparseUpdate(operation, 'sparse-email', 'email', `${TAG}-sparse@example.com`),
          sparseUpdate(operation, 'sparse-reference', 'referenceId', `${TAG}-sparse`),
        ]
      : [];
  return [
    ...examples,
    ...sparse,
    charset,
    ...bodies.map(({ name, title, spec: place, body }) => make(name, title, place, body)),
  ];
}

/** Members that the contract does not require, and that a server may (Q-required-on-create, Q-token-without-customer). */
const MAY_BE_REQUIRED: Readonly<Partial<Record<OperationId, string>>> = {
  createCustomer: '/email',
  createPayment: '/customerId',
};

function isOpen(operation: OperationId, body: unknown): boolean {
  const place = MAY_BE_REQUIRED[operation];
  return place !== undefined && valueAt(body, place) === undefined;
}

/** A customer to itself for what is about to be changed or removed, so that no case stands on another. */
function slotOf(operation: OperationId): string {
  switch (operation) {
    case 'updateCustomer':
      return 'updated';
    case 'deleteCustomer':
      return 'removed';
    case 'deletePaymentInstrument':
      return 'card-removed';
    case 'listPaymentInstruments':
    case 'createPayment':
      return 'card';
    default:
      return 'main';
  }
}

/** Customers that have one field each: what answers say of the others. */
const SPARSE = ['sparse-email', 'sparse-reference'] as const;

function sparseRead(operation: OperationId, slot: string): Case {
  return {
    ...frame(operation, slot),
    id: `${operation}/valid/${slot}`,
    cause: 'accepts-valid',
    title: `of a customer with little (${slot})`,
    spec: described(operation).pointer,
    headers: {},
  };
}

function sparseUpdate(operation: OperationId, slot: string, field: string, value: string): Case {
  return {
    ...sparseRead(operation, slot),
    title: `of a customer with little (${slot})`,
    headers: JSON_HEADERS,
    body: JSON.stringify({ [field]: value }),
  };
}

function emptyList(operation: OperationId): Case {
  return {
    ...frame(operation, 'main'),
    id: `${operation}/valid/of-a-customer-without-any`,
    cause: 'accepts-valid',
    title: 'of a customer without any',
    spec: described(operation).pointer,
    headers: {},
  };
}

interface Variant {
  readonly name: string;
  readonly title: string;
  readonly spec: string;
  readonly body: unknown;
}

function* optionalOnAndOff(
  document: OpenApiDocument,
  located: LocatedOperation,
  full: unknown,
): Generator<Variant> {
  const least = leastBody(document, located, full);
  for (const { place, spec } of optionalMembers(document, located)) {
    const name = nameOf(place);
    const shown = place.slice(1);
    yield { name: `without-${name}`, title: `without ${shown}`, spec, body: withoutMember(full, place) };
    const on = withValue(least, place, valueAt(full, place));
    yield { name: `with-${name}`, title: `with ${shown} and what is required`, spec, body: on };
  }
}

interface Member {
  readonly place: string;
  readonly spec: string;
  readonly schema: SchemaObject;
}

/** Optional members, inner ones too: those that stand in an object which is there. */
function optionalMembers(document: OpenApiDocument, located: LocatedOperation): readonly Member[] {
  const reachable = reachableSchemas(document, located);
  return reachable.flatMap(({ schema, spec, at }) =>
    Object.keys(schema.properties ?? {})
      .filter((name) => !(schema.required ?? []).includes(name))
      .map((name) => ({
        place: `${at}${pointer(name)}`,
        spec: `${spec}${pointer('properties', name)}`,
        schema,
      })),
  );
}

/** What is required and nothing else; where nothing is, the one property that every observed server wants. */
function leastBody(document: OpenApiDocument, located: LocatedOperation, full: unknown): unknown {
  const stripped = optionalMembers(document, located)
    .map(({ place }) => place)
    .sort((a, b) => b.length - a.length)
    .reduce((body, place) => (valueAt(body, place) === undefined ? body : withoutMember(body, place)), full);
  const empty = typeof stripped === 'object' && Object.keys(stripped ?? {}).length === 0;
  return empty ? { email: valueAt(full, '/email') } : stripped;
}

/** Members that name a record of the server, or select a form of the request that the contract leaves out: not ours to vary. */
const GIVEN = new Set(['/merchantId', '/customerId', '/referenceId', '/paymentMethod/source', '/type']);
const isGiven = (place: string): boolean => GIVEN.has(place) || place.endsWith('/token');

/** Values at the limit of each constraint, and the known values of the open lists. */
function* values(document: OpenApiDocument, located: LocatedOperation, full: unknown): Generator<Variant> {
  for (const { schema, spec, at } of reachableSchemas(document, located)) {
    const known = schema['x-extensible-enum'] ?? [];
    const name = nameOf(at);
    const variant = (what: string, keyword: string, value: unknown): Variant => ({
      name: `${name}-${what}`,
      title: `${at.slice(1)} ${what.replaceAll('-', ' ')}`,
      spec: `${spec}/${keyword}`,
      body: withValue(full, at, value),
    });
    if (isGiven(at)) continue;
    if (known.length > 0) {
      for (const value of known) yield variant(`known-${value}`, 'x-extensible-enum', value);
    } else if (schema.minLength !== undefined) {
      yield variant('of-least-length', 'minLength', '7'.repeat(schema.minLength));
    }
    if (schema.format === 'email') {
      yield variant('with-a-plus', 'format', 'plexo-check-~run~+tag@mail.example.com');
    }
    if (schema.type === 'number') {
      yield variant('with-two-decimals', 'type', 19.99);
      yield variant('without-decimals', 'type', 7);
      if (schema.minimum !== undefined) yield variant('at-its-minimum', 'minimum', schema.minimum);
    }
    if (schema.type === 'object' && typeof schema.additionalProperties === 'object') {
      yield variant('empty', 'additionalProperties', {});
      yield variant('with-empty-text', 'additionalProperties', { empty: '' });
      yield variant('with-many-pairs', 'additionalProperties', manyPairs());
    }
  }
}

function manyPairs(): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key-${index}`, `value ${index}`]));
}

function* unicode(full: unknown, random: Random): Generator<Variant> {
  if (valueAt(full, '/firstName') === undefined) return;
  const name = unicodeName(random);
  const named = withValue(withValue(full, '/firstName', name), '/lastName', name);
  const body = withValue(named, '/metadata', { [name]: name, 'key with "quotes" / and ~': '\t\\\u2028' });
  yield {
    name: 'unicode',
    title: 'with text of many scripts',
    spec: '/components/schemas/Metadata/additionalProperties',
    body,
  };
}

function nameOf(place: string): string {
  return place.slice(1).replaceAll('/', '.');
}
