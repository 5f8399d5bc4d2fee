/**
 * The validators for programs that are served to others: they read the schemas as data and tell violations exactly as ajv's
 * standalone code does, in a third of its size. That they do is proven on every example and thousands of broken copies; a
 * keyword that they could not read fails the generation.
 */
import { emailPattern, type Schema, schemas } from '../../generated/schemas.ts';
import { formats } from './formats.ts';
import { pointer } from './pointer.ts';
import type { Validator, Validators, Violation } from './validator.ts';

/** Every schema of the contract that judges a value, by its JSON Pointer in the bundled spec. */
export const validators: Validators = Object.fromEntries(
  Object.keys(schemas).map((place) => [place, validatorOf(place)]),
);

function validatorOf(place: string): Validator {
  const validator = (value: unknown): boolean => {
    const found: Violation[] = [];
    readReference(place, value, '', found);
    validator.errors = found.length > 0 ? found : null;
    return found.length === 0;
  };
  validator.errors = null as readonly Violation[] | null;
  return validator;
}

/** @throws Error when there is no such schema: passing the value silently would switch the check off. */
function readReference(place: string, value: unknown, at: string, found: Violation[]): void {
  const schema = schemas[place];
  if (schema === undefined) throw new Error(`no schema at ${place}: run npm run generate`);
  read(schema, `#${place.split('/').map(encodeURIComponent).join('/')}`, value, at, found);
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: Number.isFinite,
  integer: Number.isInteger,
  array: Array.isArray,
  object: isObject,
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const FORMATS: Readonly<Record<string, (value: never) => boolean>> = {
  'date-time': formats['date-time'],
  int32: formats.int32.validate,
  double: formats.double.validate,
  email: (value) => emailPattern.test(value),
};

/** The order of the keywords is ajv's. */
function read(schema: Schema, place: string, value: unknown, at: string, found: Violation[]): void {
  const violated = (keyword: string, params: Violation['params'], message: string): void => {
    found.push({ instancePath: at, schemaPath: `${place}/${keyword}`, keyword, params, message });
  };
  const { $ref, type, minimum, maximum, minLength, format, items, minProperties } = schema;
  if ($ref !== undefined) readReference($ref, value, at, found);

  if (type !== undefined && ![type].flat().some((name) => TYPES[name]?.(value)))
    violated('type', { type }, `must be ${type}`);
  if (typeof value === 'number') {
    if (maximum !== undefined && value > maximum)
      violated('maximum', { comparison: '<=', limit: maximum }, `must be <= ${maximum}`);
    if (minimum !== undefined && value < minimum)
      violated('minimum', { comparison: '>=', limit: minimum }, `must be >= ${minimum}`);
  }
  if (typeof value === 'string' && minLength !== undefined && [...value].length < minLength)
    violated('minLength', { limit: minLength }, `must NOT have fewer than ${minLength} characters`);
  // A format that is for strings passes numbers, and the other way round; FORMATS takes what its format is for.
  if (format !== undefined && typeof value === (NUMERIC.has(format) ? 'number' : 'string'))
    if (FORMATS[format]?.(value as never) !== true)
      violated('format', { format }, `must match format "${format}"`);
  if (Array.isArray(value) && items !== undefined)
    for (const [index, item] of value.entries()) read(items, `${place}/items`, item, `${at}/${index}`, found);
  if (!isObject(value)) return;

  if (minProperties !== undefined && Object.keys(value).length < minProperties)
    violated(
      'minProperties',
      { limit: minProperties },
      `must NOT have fewer than ${minProperties} properties`,
    );
  for (const name of schema.required ?? [])
    if (value[name] === undefined)
      violated('required', { missingProperty: name }, `must have required property '${name}'`);
  const { properties = {}, additionalProperties } = schema;
  if (additionalProperties !== undefined)
    for (const [name, member] of Object.entries(value))
      if (!Object.hasOwn(properties, name))
        read(additionalProperties, `${place}/additionalProperties`, member, `${at}${pointer(name)}`, found);
  for (const [name, property] of Object.entries(properties)) {
    const member = value[name];
    if (member !== undefined)
      read(property, `${place}/properties/${name}`, member, `${at}${pointer(name)}`, found);
  }
}

const NUMERIC: ReadonlySet<string> = new Set(['int32', 'double']);
