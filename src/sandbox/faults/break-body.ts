/** A response body with one thing wrong in it. */
import type { Breakage } from '../../../generated/breakages.ts';

/** Stands for a place that the body does not have, so that nothing can be broken there. */
export const UNBREAKABLE = Symbol('unbreakable');

/**
 * A copy of a body, broken in one place. Objects on the way that the body lacks are made; items that it lacks are not: an empty
 * list has nothing in it that could be broken.
 *
 * @returns the broken copy, or `UNBREAKABLE` where the body has no such place.
 */
export function breakBody(body: unknown, { at, drop, value }: Breakage): unknown {
  return changed(body, segments(at), (found) => (drop === undefined ? value : without(found, drop)));
}

type Change = (found: unknown) => unknown;

function changed(body: unknown, path: readonly string[], change: Change): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(body);
  if (Array.isArray(body)) {
    const index = Number(first);
    if (index >= body.length) return UNBREAKABLE;
    const item = changed(body[index], rest, change);
    return item === UNBREAKABLE ? UNBREAKABLE : body.with(index, item);
  }
  if (first === '0') return changed([{}], path, change);
  const members: Readonly<Record<string, unknown>> = isObject(body) ? body : {};
  const member = changed(members[first], rest, change);
  return member === UNBREAKABLE ? UNBREAKABLE : { ...members, [first]: member };
}

function without(found: unknown, name: string): unknown {
  if (!isObject(found)) return {};
  if (!Object.hasOwn(found, name)) return UNBREAKABLE;
  return Object.fromEntries(Object.entries(found).filter(([key]) => key !== name));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The segments of a JSON Pointer (RFC 6901). */
function segments(at: string): readonly string[] {
  return at
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
