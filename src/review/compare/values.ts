/** Lists of values: closed ones, which generated code turns into types, and open ones, which it does not. */
import type { SchemaObject } from '../../contract/document.ts';
import { narrowed, report, type SchemaPair, type Scope, widened } from './scope.ts';

export function compareValues(scope: Scope, pair: SchemaPair): void {
  compareClosed(scope, pair);
  compareKnown(scope, pair);
}

/** The values that are allowed, where the list is closed; `const` is a list of one. */
export function closedValues(schema: SchemaObject): readonly unknown[] | undefined {
  const values = schema['enum'];
  if (Array.isArray(values)) return values;
  return schema['const'] === undefined ? undefined : [schema['const']];
}

function compareClosed(scope: Scope, { old: from, new: to }: SchemaPair): void {
  const [before, after] = [closedValues(from.value), closedValues(to.value)];
  const place = to.pointer;
  if (before === undefined && after === undefined) return;
  if (before === undefined) {
    report(scope, { rule: 'values-closed', level: narrowed(scope), pointer: place, after });
    return;
  }
  if (after === undefined) {
    report(scope, { rule: 'values-opened', level: widened(scope), pointer: place, before });
    return;
  }
  const had = new Set(before.map(text));
  const has = new Set(after.map(text));
  for (const value of has) {
    if (had.has(value)) continue;
    // On the wire it is what an answer may bring at any time; a generated parser throws on a value that it does not know.
    const level = scope.direction === 'response' ? 'codegen-breaking' : 'additive';
    report(scope, { rule: 'value-added', level, pointer: place, after: value });
  }
  for (const value of had) {
    if (!has.has(value))
      report(scope, { rule: 'value-removed', level: narrowed(scope), pointer: place, before: value });
  }
}

/** An open list only tells what is known; its loss shows in the constants that are generated from it. */
function compareKnown(scope: Scope, { old: from, new: to }: SchemaPair): void {
  const [before, after] = [from.value['x-extensible-enum'] ?? [], to.value['x-extensible-enum'] ?? []];
  for (const value of after) {
    if (!before.includes(value))
      report(scope, { rule: 'known-value-added', level: 'additive', pointer: to.pointer, after: value });
  }
  for (const value of before) {
    if (!after.includes(value))
      report(scope, {
        rule: 'known-value-removed',
        level: 'codegen-breaking',
        pointer: to.pointer,
        before: value,
      });
  }
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
