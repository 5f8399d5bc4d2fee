/** The type of a value and its format: what a parser stands on. */
import type { SchemaObject } from '../../contract/document.ts';
import type { Level } from '../level.ts';
import { narrowed, report, type SchemaPair, type Scope, widened } from './scope.ts';

/** The types without `null`; `nullable` is how OpenAPI 3.0 writes it. Empty where the schema names none. */
export function typesOf(schema: SchemaObject): readonly string[] {
  return [schema.type ?? []].flat().filter((type) => type !== 'null');
}

/** Whether `null` is allowed; a schema without a type allows everything. */
export function isNullable(schema: SchemaObject): boolean {
  return [schema.type ?? 'null'].flat().includes('null') || schema['nullable'] === true;
}

/** The formats whose values are all values of another one. */
const PART_OF: Readonly<Record<string, string>> = { int32: 'int64', float: 'double' };

export function compareTypes(scope: Scope, pair: SchemaPair): void {
  const { old: from, new: to } = pair;
  const [before, after] = [typesOf(from.value), typesOf(to.value)];
  const place = to.pointer;
  if (before.join() !== after.join()) {
    const level = levelOfTypes(scope, before, after);
    report(scope, {
      rule: 'type-changed',
      level,
      pointer: pair.at,
      before: named(before),
      after: named(after),
    });
  }
  const [wasNullable, isNullableNow] = [isNullable(from.value), isNullable(to.value)];
  if (wasNullable && !isNullableNow)
    report(scope, {
      rule: 'null-refused',
      level: narrowed(scope),
      pointer: place,
      before: 'null allowed',
      after: 'never null',
    });
  if (!wasNullable && isNullableNow)
    report(scope, {
      rule: 'null-allowed',
      level: widened(scope),
      pointer: place,
      before: 'never null',
      after: 'null allowed',
    });
  compareFormats(scope, pair);
}

function named(types: readonly string[]): string {
  return types.join(' or ') || 'anything';
}

function levelOfTypes(scope: Scope, before: readonly string[], after: readonly string[]): Level {
  const smaller = before.length === 0 || after.every((type) => isPart(type, before));
  const larger = after.length === 0 || before.every((type) => isPart(type, after));
  if (larger && after.length > 0 && before.length > 0) return widened(scope);
  if (larger && after.length === 0) return widened(scope);
  return smaller && after.length > 0 ? narrowed(scope) : 'wire-breaking';
}

/** Every integer is a number. */
function isPart(type: string, of: readonly string[]): boolean {
  return of.includes(type) || (type === 'integer' && of.includes('number'));
}

function compareFormats(scope: Scope, { old: from, new: to }: SchemaPair): void {
  const [before, after] = [from.value.format, to.value.format];
  if (before === after) return;
  // Where the type changed as well, the format went with it and says nothing of its own.
  if (typesOf(from.value).join() !== typesOf(to.value).join()) return;
  const place = to.pointer;
  if (before === undefined)
    report(scope, { rule: 'format-added', level: narrowed(scope), pointer: place, after });
  else if (after === undefined)
    report(scope, { rule: 'format-removed', level: widened(scope), pointer: place, before });
  else {
    let level: Level = 'wire-breaking';
    if (PART_OF[before] === after) level = widened(scope);
    if (PART_OF[after] === before) level = narrowed(scope);
    report(scope, { rule: 'format-changed', level, pointer: place, before, after });
  }
}
