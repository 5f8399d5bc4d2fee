/** Single changes to a document, named by JSON Pointer: how fixtures and seeded faults say what differs. */
import { segmentsOf, valueAt } from '../../src/contract/pointer.ts';

export type Change =
  | { readonly set: string; readonly to: unknown }
  | { readonly remove: string }
  | { readonly rename: string; readonly to: string };

/** A changed copy. A place that does not exist is an error: a change that changes nothing proves nothing. */
export function withChanges<T>(document: T, changes: readonly Change[]): T {
  const copy = structuredClone(document);
  for (const change of changes) apply(copy, change);
  return copy;
}

function apply(document: unknown, change: Change): void {
  if ('remove' in change) {
    const { parent, key } = locateParent(document, change.remove);
    if (!Object.hasOwn(parent, key)) throw new Error(`nothing to remove at ${change.remove}`);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  } else if ('rename' in change) {
    const { parent, key } = locateParent(document, change.rename);
    if (!Object.hasOwn(parent, key)) throw new Error(`nothing to rename at ${change.rename}`);
    renameKey(parent, key, change.to);
  } else {
    const { parent, key } = locateParent(document, change.set);
    if (Array.isArray(parent) && key === '-') parent.push(structuredClone(change.to));
    else Reflect.set(parent, key, structuredClone(change.to));
  }
}

/** Keeps the order of the keys: some rules look at it. */
function renameKey(parent: object, key: string, name: string): void {
  const entries = Object.entries(parent);
  for (const [old] of entries) Reflect.deleteProperty(parent, old);
  for (const [old, value] of entries) Reflect.set(parent, old === key ? name : old, value);
}

function locateParent(document: unknown, place: string): { parent: object; key: string } {
  const key = segmentsOf(place).at(-1);
  if (key === undefined) throw new Error('the whole document cannot be changed at once');
  const parent = valueAt(document, place.slice(0, place.lastIndexOf('/')));
  if (typeof parent !== 'object' || parent === null) throw new Error(`nothing holds ${place}`);
  return { parent, key };
}
