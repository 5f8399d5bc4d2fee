/** The parameters of an operation: those of a path by their position in it, the others by their place and name. */
import type {
  LocatedOperation,
  OpenApiDocument,
  ParameterObject,
  Reference,
} from '../../contract/document.ts';
import { located, type Place } from '../place.ts';
import { compareHeld } from './contents.ts';
import { report, type Scope } from './scope.ts';

export function compareParameters(scope: Scope, from: LocatedOperation, to: LocatedOperation): void {
  const { versions } = scope.changes;
  const [before, after] = [parametersByKey(versions.old, from), parametersByKey(versions.new, to)];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (is === undefined && was !== undefined) {
      report(scope, {
        rule: 'parameter-removed',
        level: 'wire-breaking',
        pointer: was.pointer,
        side: 'old',
        before: was.value.name,
      });
    } else if (was === undefined && is !== undefined) {
      const required = is.value.required === true;
      const rule = required ? 'required-parameter-added' : 'parameter-added';
      report(scope, {
        rule,
        level: required ? 'wire-breaking' : 'additive',
        pointer: is.pointer,
        after: is.value.name,
      });
    } else if (was !== undefined && is !== undefined) compareParameter(scope, was, is, to.pointer);
  }
}

function parametersByKey(
  document: OpenApiDocument,
  { pathItem, operation, path, pointer }: LocatedOperation,
): ReadonlyMap<string, Place<ParameterObject>> {
  const shared = pointer.slice(0, pointer.lastIndexOf('/'));
  const written: readonly (readonly [ParameterObject | Reference, string])[] = [
    ...(pathItem.parameters ?? []).map((value, index) => [value, `${shared}/parameters/${index}`] as const),
    ...(operation.parameters ?? []).map((value, index) => [value, `${pointer}/parameters/${index}`] as const),
  ];
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  return new Map(
    written.map(([value, place]) => {
      const found = located<ParameterObject>(document, value, place);
      const at = found.value.in === 'path' ? names.indexOf(found.value.name) : -1;
      // A path parameter whose name stands nowhere in the path is known by its name, like the others.
      return [`${found.value.in} ${at === -1 ? found.value.name : at}`, found];
    }),
  );
}

function compareParameter(
  scope: Scope,
  from: Place<ParameterObject>,
  to: Place<ParameterObject>,
  operation: string,
): void {
  const place = to.pointer;
  const [before, after] = [from.value.name, to.value.name];
  if (before !== after)
    report(scope, {
      rule: 'path-parameter-renamed',
      level: 'codegen-breaking',
      pointer: operation,
      before,
      after,
    });
  const [was, is] = [from.value.required === true, to.value.required === true];
  if (!was && is) report(scope, { rule: 'parameter-required', level: 'wire-breaking', pointer: place });
  if (was && !is) report(scope, { rule: 'parameter-optional', level: 'additive', pointer: place });
  for (const keyword of ['style', 'explode', 'allowReserved', 'content']) {
    const [old, now] = [from.value, to.value].map((value): unknown => Reflect.get(value, keyword));
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    report(scope, {
      rule: 'parameter-written-otherwise',
      level: 'wire-breaking',
      pointer: place,
      before: { [keyword]: old },
      after: { [keyword]: now },
    });
  }
  if (Reflect.get(from.value, 'deprecated') !== true && Reflect.get(to.value, 'deprecated') === true)
    report(scope, { rule: 'deprecated', level: 'additive', pointer: place });
  compareHeld(scope, from, to);
}
