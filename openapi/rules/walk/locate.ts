/** Follows a reference and keeps the place it leads to, so that a finding names the component and not its user. */
import { isReference, type OpenApiDocument, type Reference } from '../../../src/contract/document.ts';
import { valueAt } from '../../../src/contract/pointer.ts';

export interface Located<T> {
  readonly pointer: string;
  readonly value: T;
}

/** Throws on a reference that leads nowhere or round in a circle. */
export function locate<T extends object>(
  document: OpenApiDocument,
  value: T | Reference,
  place: string,
): Located<T> {
  let current: T | Reference = value;
  let pointer = place;
  const seen = new Set<string>();
  while (isReference(current)) {
    if (seen.has(current.$ref)) throw new Error(`reference leads round in a circle: ${current.$ref}`);
    seen.add(current.$ref);
    const target = current.$ref.startsWith('#') ? valueAt(document, current.$ref) : undefined;
    if (typeof target !== 'object' || target === null)
      throw new Error(`reference leads nowhere: ${current.$ref}`);
    pointer = current.$ref.slice(1);
    // The reference's place decides the kind (a schema where a schema stands); the validators check the rest.
    current = target as T | Reference;
  }
  return { pointer, value: current };
}
