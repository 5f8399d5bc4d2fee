/** A value of a document together with the place where it is written. */
import { isReference, type OpenApiDocument, type Reference } from '../contract/document.ts';
import { segmentsOf, valueAt } from '../contract/pointer.ts';

export interface Place<T> {
  readonly value: T;
  /** JSON Pointer in the bundled document. */
  readonly pointer: string;
}

/**
 * Follows local references to what they name.
 * @throws Error where one leads nowhere or round in a circle; `loadSpec` refuses such documents before.
 */
export function located<T extends object>(
  document: OpenApiDocument,
  value: T | Reference,
  pointer: string,
): Place<T> {
  let current: T | Reference = value;
  let place = pointer;
  const followed = new Set<string>();
  while (isReference(current)) {
    if (followed.has(current.$ref)) throw new Error(`reference leads round in a circle: ${current.$ref}`);
    followed.add(current.$ref);
    const target = current.$ref.startsWith('#') ? valueAt(document, current.$ref) : undefined;
    if (typeof target !== 'object' || target === null)
      throw new Error(`reference leads nowhere: ${current.$ref}`);
    place = current.$ref.slice(1);
    // The place of a reference decides the kind of what it names.
    current = target as T | Reference;
  }
  return { value: current, pointer: place };
}

/** Name of the component that a pointer names as a whole; `undefined` for any other place. */
export function componentName(place: string): string | undefined {
  const [first, , name, ...rest] = segmentsOf(place);
  return first === 'components' && rest.length === 0 ? name : undefined;
}

/** How a reader calls a place: `Customer.email`, `createCustomer 201`, or the pointer itself. */
export function nameOf(document: OpenApiDocument, place: string): string {
  const segments = segmentsOf(place);
  const [first, second = '', third = '', ...rest] = segments;
  if (first === 'components') {
    if (second === 'schemas') return [third, ...namesIn(rest)].join('.');
    return [third, ...rest.filter((segment) => segment !== 'schema')].join(' ');
  }
  if (first !== 'paths') return segments.join('.') || 'the document';
  const operation = valueAt(document.paths, `/${[second, third].map(escaped).join('/')}`);
  const id: unknown =
    typeof operation === 'object' && operation !== null ? Reflect.get(operation, 'operationId') : undefined;
  const owner = typeof id === 'string' ? id : `${third.toUpperCase()} ${second}`;
  return [owner, ...rest.filter((segment) => !['responses', 'content', 'schema'].includes(segment))].join(
    ' ',
  );
}

function escaped(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** `properties/email` becomes `email`, `items` becomes `[]`; a keyword at the end is left out. */
function namesIn(segments: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? '';
    if (segment === 'properties') {
      index += 1;
      const name = segments[index];
      if (name !== undefined) names.push(name);
    } else if (segment === 'items') names.push('[]');
    else if (segment === 'additionalProperties') names.push('*');
    else break;
  }
  return names;
}
