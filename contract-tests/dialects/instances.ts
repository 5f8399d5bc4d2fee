/** Instances for a schema of the contract: mostly valid, with single deviations anywhere, and values at every limit. */
import fc from 'fast-check';
import {
  isReference,
  type OpenApiDocument,
  type Reference,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';

/** How often a value is anything at all instead of one that is meant for its place. */
const DEVIATION = { weight: 1 } as const;
const INTENDED = { weight: 14 } as const;

const ANYTHING = fc.jsonValue({ maxDepth: 2, depthSize: 'small' });

/** Texts around what the formats of the contract take and refuse. */
const FORMATTED: Readonly<Record<string, fc.Arbitrary<string>>> = {
  email: fc.oneof(
    fc.emailAddress(),
    fc.constantFrom('a@b', 'a@b.example', '@b.example', 'a b@c.example', 'a@b..example'),
  ),
  'date-time': fc.oneof(
    fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31T23:59:59Z') })
      .map((date) => date.toISOString()),
    fc.constantFrom(
      '1990-05-17T00:00:00Z',
      '1990-05-17',
      '1990-02-30T00:00:00Z',
      '1990-05-17 00:00:00Z',
      '1990-05-17T24:00:00Z',
    ),
    fc.constantFrom(
      '2016-12-31T23:59:60Z',
      '2016-12-31T23:58:60Z',
      '1990-05-17T00:00:00+03:00',
      '1990-05-17T00:00:00+0300',
    ),
  ),
};

/**
 * Instances for a schema and, one in ten, for none at all.
 *
 * @throws Error for a keyword that it could not vary, so that a new keyword of the contract is not left out in silence
 */
export function instancesOf(
  document: OpenApiDocument,
  schema: SchemaObject | Reference,
): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: near(document, schema) }, { weight: 1, arbitrary: ANYTHING });
}

function near(document: OpenApiDocument, schema: SchemaObject | Reference): fc.Arbitrary<unknown> {
  const { type, ...described } = isReference(schema) ? resolve<SchemaObject>(document, schema) : schema;
  const unknown = Object.keys(described).filter(
    (keyword) => !VARIED.has(keyword) && !keyword.startsWith('x-'),
  );
  if (unknown.length > 0) throw new Error(`no instances are made for the keyword ${unknown.join(', ')}`);
  const intended = [type ?? []].flat().map((one) => ofType(document, one, described));
  return fc.oneof({ ...INTENDED, arbitrary: fc.oneof(...intended) }, { ...DEVIATION, arbitrary: ANYTHING });
}

const VARIED: ReadonlySet<string> = new Set([
  ...[
    'properties',
    'required',
    'additionalProperties',
    'minProperties',
    'items',
    'minLength',
    'minimum',
    'maximum',
  ],
  ...['format', 'description', 'examples'],
]);

function ofType(document: OpenApiDocument, type: string, schema: SchemaObject): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'string':
      return texts(schema);
    case 'integer':
    case 'number':
      return numbers(type, schema);
    case 'array':
      return fc.array(near(document, schema.items ?? {}), { maxLength: 3 });
    case 'object':
      return objects(document, schema);
    default:
      throw new Error(`no instances are made for the type ${type}`);
  }
}

function texts({ format, minLength = 0 }: SchemaObject): fc.Arbitrary<string> {
  const known = format === undefined ? undefined : FORMATTED[format];
  if (format !== undefined && known === undefined)
    throw new Error(`no texts are made for the format ${format}`);
  const plain = fc.string({ unit: 'grapheme', minLength, maxLength: minLength + 8 });
  const tooShort = fc.string({ unit: 'grapheme', maxLength: Math.max(0, minLength - 1) });
  return fc.oneof({ ...INTENDED, arbitrary: known ?? plain }, { ...DEVIATION, arbitrary: tooShort });
}

const INT32 = 2 ** 31;

function numbers(
  type: 'integer' | 'number',
  { minimum = -INT32, maximum = INT32 - 1 }: SchemaObject,
): fc.Arbitrary<number> {
  const limits = [minimum, maximum, 0, INT32, -INT32].flatMap((limit) => [limit - 1, limit, limit + 1]);
  const inside =
    type === 'integer'
      ? fc.integer({ min: minimum, max: maximum })
      : fc.double({ noNaN: true, noDefaultInfinity: true });
  return fc.oneof(
    { ...INTENDED, arbitrary: inside },
    { weight: 3, arbitrary: fc.constantFrom(...limits) },
    { ...DEVIATION, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  );
}

/** Every property may be missing, required or not; further properties have any value, or that of the map. */
function objects(document: OpenApiDocument, schema: SchemaObject): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const further = typeof additionalProperties === 'object' ? near(document, additionalProperties) : ANYTHING;
  const described = Object.entries(properties).map(([name, property]): [string, fc.Arbitrary<unknown>] => [
    name,
    near(document, property),
  ]);
  const whole = fc.record(Object.fromEntries(described), { requiredKeys: [...required] });
  const partial = fc.record(Object.fromEntries(described), { requiredKeys: [] });
  const rest = fc.dictionary(fc.string({ maxLength: 6 }), further, {
    maxKeys: described.length === 0 ? 4 : 1,
  });
  return fc
    .tuple(fc.oneof({ ...INTENDED, arbitrary: whole }, { weight: 4, arbitrary: partial }), rest)
    .map(([own, others]) => ({ ...others, ...own }));
}
