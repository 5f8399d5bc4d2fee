/** The members of an object: those that are named, and those that are not. */
import { isDeepStrictEqual } from 'node:util';
import type { SchemaObject } from '../../contract/document.ts';
import { pointer } from '../../contract/pointer.ts';
import type { Place } from '../place.ts';
import { narrowed, report, type SchemaPair, type SchemaPlace, type Scope, widened } from './scope.ts';

type Inside = (before: SchemaPlace, after: SchemaPlace) => void;

export function compareProperties(scope: Scope, pair: SchemaPair, inside: Inside): void {
  const { old: from, new: to } = pair;
  const names = new Set([
    ...Object.keys(from.value.properties ?? {}),
    ...Object.keys(to.value.properties ?? {}),
  ]);
  for (const name of names) {
    const [before, after] = [propertyOf(from, name), propertyOf(to, name)];
    const [wasRequired, isRequired] = [isRequiredIn(from, name), isRequiredIn(to, name)];
    if (after === undefined) {
      const place = `${from.pointer}${pointer('properties', name)}`;
      report(scope, {
        rule: 'property-removed',
        level: 'wire-breaking',
        pointer: place,
        side: 'old',
        before: name,
      });
    } else if (before === undefined) {
      const breaks = isRequired && scope.direction === 'request';
      report(scope, {
        rule: isRequired ? 'required-property-added' : 'property-added',
        level: breaks ? 'wire-breaking' : 'additive',
        pointer: after.pointer,
        after: name,
      });
    } else {
      compareRequired(scope, after.pointer, wasRequired, isRequired);
      inside(before, after);
    }
  }
  compareRequiredOfUnknown(scope, pair, names);
  compareRest(scope, pair, inside);
}

function propertyOf({ value, pointer: place }: Place<SchemaObject>, name: string): SchemaPlace | undefined {
  const properties = value.properties ?? {};
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return property === undefined
    ? undefined
    : { value: property, pointer: `${place}${pointer('properties', name)}` };
}

function isRequiredIn({ value }: Place<SchemaObject>, name: string): boolean {
  return value.required?.includes(name) ?? false;
}

function compareRequired(scope: Scope, place: string, was: boolean, is: boolean): void {
  if (!was && is)
    report(scope, {
      rule: 'property-required',
      level: narrowed(scope),
      pointer: place,
      before: 'optional',
      after: 'required',
    });
  if (was && !is)
    report(scope, {
      rule: 'property-optional',
      level: widened(scope),
      pointer: place,
      before: 'required',
      after: 'optional',
    });
}

/** A list of required names may hold names that no property describes. */
function compareRequiredOfUnknown(
  scope: Scope,
  { old: from, new: to }: SchemaPair,
  known: ReadonlySet<string>,
): void {
  for (const name of new Set([...(from.value.required ?? []), ...(to.value.required ?? [])])) {
    if (!known.has(name))
      compareRequired(scope, `${to.pointer}/required`, isRequiredIn(from, name), isRequiredIn(to, name));
  }
}

/** An object that says nothing of unknown members is open. */
function compareRest(scope: Scope, { old: from, new: to }: SchemaPair, inside: Inside): void {
  const [before, after] = [from.value.additionalProperties ?? true, to.value.additionalProperties ?? true];
  if (isDeepStrictEqual(before, after) && typeof after !== 'object') return;
  const place = `${to.pointer}/additionalProperties`;
  if (typeof before === 'object' && typeof after === 'object') {
    inside(
      { value: before, pointer: `${from.pointer}/additionalProperties` },
      { value: after, pointer: place },
    );
  } else if (after === false) {
    // Where the members were a map, whoever read its pairs gets none any more.
    const level =
      typeof before === 'object' || scope.direction === 'request' ? 'wire-breaking' : 'codegen-breaking';
    report(scope, { rule: 'unknown-refused', level, pointer: place, before, after });
  } else if (before === false) {
    report(scope, { rule: 'unknown-allowed', level: widened(scope), pointer: place, before, after });
  } else {
    const level = typeof after === 'object' ? narrowed(scope) : widened(scope);
    report(scope, { rule: 'type-changed', level, pointer: place, before, after });
  }
}
