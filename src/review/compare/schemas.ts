/** Two versions of a schema, as a client that sends the value or one that reads it sees them. */
import { isDeepStrictEqual } from 'node:util';
import { isReference, type Reference, type SchemaObject } from '../../contract/document.ts';
import { pointer } from '../../contract/pointer.ts';
import { componentName, located, type Place } from '../place.ts';
import { compareLimits } from './limits.ts';
import { compareProperties } from './properties.ts';
import { narrowed, report, type SchemaPair, type SchemaPlace, type Scope, widened } from './scope.ts';
import { compareTypes } from './types.ts';
import { compareValues } from './values.ts';

/** Keywords that the comparison reads, and words that say nothing about a value. */
const UNDERSTOOD = new Set(
  `type format enum const x-extensible-enum properties required additionalProperties items nullable
  minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems minProperties
  maxProperties uniqueItems pattern default readOnly writeOnly deprecated x-sensitive allOf anyOf oneOf
  description title examples example externalDocs xml $comment`.split(/\s+/),
);
const COMBINATIONS = ['allOf', 'anyOf', 'oneOf'] as const;

/** Compares two schemas and everything below them; `seen` ends a circle of references. */
export function compareSchemas(
  scope: Scope,
  before: SchemaPlace,
  after: SchemaPlace,
  seen: ReadonlySet<string> = new Set(),
): void {
  const { versions } = scope.changes;
  const [from, to] = [
    located(versions.old, before.value, before.pointer),
    located(versions.new, after.value, after.pointer),
  ];
  const pair: SchemaPair = {
    old: from,
    new: to,
    at: from.pointer === to.pointer ? to.pointer : after.pointer,
  };
  const key = `${pair.old.pointer} ${pair.new.pointer}`;
  if (seen.has(key)) return;
  compareNames(scope, before, after, pair);
  compareTypes(scope, pair);
  compareLimits(scope, pair);
  compareValues(scope, pair);
  compareMarks(scope, pair);
  const below = new Set([...seen, key]);
  const inside = (from: SchemaPlace, to: SchemaPlace): void => compareSchemas(scope, from, to, below);
  compareProperties(scope, pair, inside);
  compareParts(scope, pair, inside);
}

/** Generated code is full of the names of components, so another component of the same shape is another type. */
function compareNames(scope: Scope, before: SchemaPlace, after: SchemaPlace, pair: SchemaPair): void {
  if (!isReference(before.value) || !isReference(after.value)) return;
  const [from, to] = [componentName(pair.old.pointer), componentName(pair.new.pointer)];
  if (from === to) return;
  report(scope, { rule: 'model-renamed', level: 'none', pointer: after.pointer, before: from, after: to });
}

function compareMarks(scope: Scope, { old: from, new: to }: SchemaPair): void {
  const place = to.pointer;
  if (from.value.deprecated !== true && to.value.deprecated === true)
    report(scope, { rule: 'deprecated', level: 'additive', pointer: place });
  if (from.value.deprecated === true && to.value.deprecated !== true)
    report(scope, { rule: 'no-longer-deprecated', level: 'additive', pointer: place });
  const [wasSensitive, isSensitive] = [from.value['x-sensitive'] === true, to.value['x-sensitive'] === true];
  if (wasSensitive !== isSensitive) {
    const rule = isSensitive ? 'sensitive-mark-added' : 'sensitive-mark-removed';
    report(scope, { rule, level: 'additive', pointer: place });
  }
  for (const keyword of ['readOnly', 'writeOnly']) {
    const [was, is] = [from.value[keyword] === true, to.value[keyword] === true];
    if (was === is) continue;
    const [before, after] = [`${keyword}: ${was}`, `${keyword}: ${is}`];
    report(scope, { rule: 'access-changed', level: 'codegen-breaking', pointer: place, before, after });
  }
  if (!isDeepStrictEqual(from.value['default'], to.value['default'])) {
    const [before, after] = [from.value['default'], to.value['default']];
    const level = scope.direction === 'request' && before !== undefined ? 'wire-breaking' : 'additive';
    report(scope, { rule: 'default-changed', level, pointer: place, before, after });
  }
}

function compareParts(
  scope: Scope,
  pair: SchemaPair,
  inside: (before: SchemaPlace, after: SchemaPlace) => void,
): void {
  const { old: from, new: to } = pair;
  const items = (of: Place<SchemaObject>): SchemaPlace | undefined =>
    of.value.items === undefined ? undefined : { value: of.value.items, pointer: `${of.pointer}/items` };
  const [before, after] = [items(from), items(to)];
  if (before !== undefined && after !== undefined) inside(before, after);
  else if (before !== undefined || after !== undefined) {
    const level = after === undefined ? widened(scope) : narrowed(scope);
    const [was, is] = [from.value.items, to.value.items];
    report(scope, {
      rule: 'type-changed',
      level,
      pointer: `${to.pointer}`,
      before: was ?? 'anything',
      after: is ?? 'anything',
    });
  }
  for (const keyword of COMBINATIONS) compareCombination(scope, pair, keyword, inside);
  for (const keyword of new Set([...Object.keys(from.value), ...Object.keys(to.value)])) {
    if (UNDERSTOOD.has(keyword) || keyword.startsWith('x-')) continue;
    const [was, is] = [from.value[keyword], to.value[keyword]];
    if (isDeepStrictEqual(was, is)) continue;
    report(scope, {
      rule: 'not-understood',
      level: 'wire-breaking',
      pointer: to.pointer,
      before: { [keyword]: was },
      after: { [keyword]: is },
    });
  }
}

/** Alternatives are compared one by one in their order; another number of them is not understood. */
function compareCombination(
  scope: Scope,
  { old: from, new: to }: SchemaPair,
  keyword: (typeof COMBINATIONS)[number],
  inside: (before: SchemaPlace, after: SchemaPlace) => void,
): void {
  const [before, after] = [listOf(from.value[keyword]), listOf(to.value[keyword])];
  if (before.length !== after.length) {
    report(scope, {
      rule: 'not-understood',
      level: 'wire-breaking',
      pointer: to.pointer,
      before: from.value[keyword],
      after: to.value[keyword],
    });
    return;
  }
  for (const [index, value] of after.entries()) {
    const at = pointer(keyword, index);
    const was = before[index];
    if (was !== undefined)
      inside({ value: was, pointer: `${from.pointer}${at}` }, { value, pointer: `${to.pointer}${at}` });
  }
}

function listOf(value: unknown): readonly (SchemaObject | Reference)[] {
  // The members of allOf, anyOf and oneOf are schemas by definition (JSON Schema, section 10.2.1).
  return Array.isArray(value) ? (value as readonly (SchemaObject | Reference)[]) : [];
}
