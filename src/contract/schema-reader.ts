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
  const check = referenceCheck(place);
  const validator = (value: unknown): boolean => {
    const found: Violation[] = [];
    check(value, found);
    validator.errors = found.length > 0 ? found : null;
    return found.length === 0;
  };
  validator.errors = null as readonly Violation[] | null;
  return validator;
}

/** Adds what violates one keyword, its places beginning at the value. */
type Check = (value: unknown, found: Violation[]) => void;

/** The checks of a schema of the table, made on first use: a schema may hold itself. */
function referenceCheck(place: string): Check {
  let checks: readonly Check[] | undefined;
  return (value, found) => {
    checks ??= checksOf(schemas[place] ?? missing(place));
    const fragment = (): string => `#${place.split('/').map(encodeURIComponent).join('/')}`;
    run(checks, value, found, fragment);
  };
}

/** Passing the value silently would switch the check off. */
function missing(place: string): never {
  throw new Error(`no schema at ${place}: run npm run generate`);
}

/** Runs checks of a part, and puts its places in front of what they find: only what is wrong pays for knowing where it stands. */
function run(
  checks: readonly Check[],
  value: unknown,
  found: Violation[],
  schemaPlace: () => string,
  name?: string | number,
): void {
  const before = found.length;
  for (const check of checks) check(value, found);
  if (found.length === before) return;
  const at = name === undefined ? '' : pointer(name);
  for (const violation of found.splice(before)) {
    const { instancePath, schemaPath } = violation;
    // What stands behind a reference has its whole place already.
    const located = schemaPath.startsWith('#') ? schemaPath : schemaPlace() + schemaPath;
    found.push({ ...violation, instancePath: at + instancePath, schemaPath: located });
  }
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

/** The checks of the keywords that a schema has, in ajv's order. */
function checksOf(schema: Schema): readonly Check[] {
  const checks: Check[] = [];
  /** Adds the check of a keyword: where a value is broken, `params` and `message` say how. */
  const add = (
    keyword: string,
    broken: (value: unknown) => boolean,
    params: Params,
    message: string,
  ): void => {
    const schemaPath = `/${keyword}`;
    checks.push((value, found) => {
      if (broken(value)) found.push({ instancePath: '', schemaPath, keyword, params, message });
    });
  };
  const { $ref, type, minimum, maximum, minLength, format, items, minProperties } = schema;
  if ($ref !== undefined) checks.push(referenceCheck($ref));
  if (type !== undefined) {
    const types = [type].flat().map((name) => TYPES[name]);
    add('type', (value) => !types.some((is) => is?.(value)), { type }, `must be ${type}`);
  }
  if (maximum !== undefined)
    add(
      'maximum',
      (value) => typeof value === 'number' && value > maximum,
      { comparison: '<=', limit: maximum },
      `must be <= ${maximum}`,
    );
  if (minimum !== undefined)
    add(
      'minimum',
      (value) => typeof value === 'number' && value < minimum,
      { comparison: '>=', limit: minimum },
      `must be >= ${minimum}`,
    );
  if (minLength !== undefined)
    add(
      'minLength',
      (value) => typeof value === 'string' && [...value].length < minLength,
      { limit: minLength },
      `must NOT have fewer than ${minLength} characters`,
    );
  if (format !== undefined) {
    // A format that is for strings passes numbers, and the other way round.
    const kind = NUMERIC.has(format) ? 'number' : 'string';
    const fits = FORMATS[format] ?? (() => false);
    // FORMATS takes what its format is for.
    const broken = (value: unknown): boolean => typeof value === kind && !fits(value as never);
    add('format', broken, { format }, `must match format "${format}"`);
  }
  if (items !== undefined) {
    const inside = checksOf(items);
    checks.push((value, found) => {
      if (!Array.isArray(value)) return;
      for (const [index, item] of value.entries()) run(inside, item, found, () => '/items', index);
    });
  }
  if (minProperties !== undefined)
    add(
      'minProperties',
      (value) => isObject(value) && Object.keys(value).length < minProperties,
      { limit: minProperties },
      `must NOT have fewer than ${minProperties} properties`,
    );
  for (const name of schema.required ?? [])
    add(
      'required',
      (value) => isObject(value) && value[name] === undefined,
      { missingProperty: name },
      `must have required property '${name}'`,
    );
  const { properties = {}, additionalProperties } = schema;
  if (additionalProperties !== undefined) {
    const inside = checksOf(additionalProperties);
    checks.push((value, found) => {
      if (!isObject(value)) return;
      for (const [name, member] of Object.entries(value))
        if (!Object.hasOwn(properties, name)) run(inside, member, found, () => '/additionalProperties', name);
    });
  }
  const parts = Object.entries(properties).map(([name, property]) => ({ name, inside: checksOf(property) }));
  checks.push((value, found) => {
    if (!isObject(value)) return;
    for (const { name, inside } of parts) {
      const member = value[name];
      if (member !== undefined) run(inside, member, found, () => `/properties/${name}`, name);
    }
  });
  return checks;
}

type Params = Violation['params'];

const NUMERIC: ReadonlySet<string> = new Set(['int32', 'double']);
