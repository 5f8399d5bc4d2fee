/** JSON Pointers (RFC 6901): how every finding, ledger entry and test names a place in a document. */

/** Joins unescaped segments into a pointer: `pointer('paths', '/v1/customers')` is `/paths/~1v1~1customers`. */
export function pointer(...segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Splits a pointer (or a local `#/...` reference) into its unescaped segments. */
export function segmentsOf(place: string): readonly string[] {
  const path = place.startsWith('#') ? place.slice(1) : place;
  if (path === '') return [];
  if (!path.startsWith('/'))
    throw new Error(`not a JSON Pointer: "${place}" (it must be empty or start with "/")`);
  return path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or `undefined` where the document has none. */
export function valueAt(document: unknown, place: string): unknown {
  let value: unknown = document;
  for (const segment of segmentsOf(place)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = Reflect.get(value, segment);
  }
  return value;
}

/** A copy of a document with one value replaced; objects that are missing on the way are made. */
export function withValue(document: unknown, place: string, value: unknown): unknown {
  const [first, ...rest] = segmentsOf(place);
  if (first === undefined) return value;
  const members: Record<string, unknown> = { ...(typeof document === 'object' ? document : {}) };
  return { ...members, [first]: withValue(members[first], pointer(...rest), value) };
}

/** A copy of a document without one member. */
export function withoutMember(document: unknown, place: string): unknown {
  const segments = segmentsOf(place);
  const parent = pointer(...segments.slice(0, -1));
  const members = Object.entries(valueAt(document, parent) ?? {});
  const others = members.filter(([name]) => name !== segments.at(-1));
  return withValue(document, parent, Object.fromEntries(others));
}
