/** From a method and a path to the operation of the contract that they call. */
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';

interface Declared {
  readonly id: OperationId;
  /** In capitals. */
  readonly method: string;
}

export type Route =
  | {
      readonly kind: 'operation';
      readonly operation: OperationId;
      /** Path parameters as they stand in the address, still percent-encoded. */
      readonly segments: Readonly<Record<string, string>>;
    }
  /** The path is documented, the method is not; `operations` are those of the path. */
  | {
      readonly kind: 'method';
      readonly path: string;
      readonly operations: readonly [Declared, ...Declared[]];
    }
  | { readonly kind: 'unknown' };

const DESCRIBED: readonly (readonly [OperationId, OperationDescription])[] = Object.entries(operations).map(
  // Object.entries gives the keys of this table as plain strings.
  ([id, described]) => [id as OperationId, described],
);

export function routeOf(method: string, pathname: string): Route {
  const matches = DESCRIBED.flatMap(([id, described]) => {
    const segments = matched(described.path, pathname);
    return segments === undefined ? [] : [{ id, method: described.method.toUpperCase(), segments }];
  });
  const [first, ...others] = matches;
  if (first === undefined) return { kind: 'unknown' };
  const found = matches.find((match) => match.method === method);
  if (found !== undefined) return { kind: 'operation', operation: found.id, segments: found.segments };
  return { kind: 'method', path: operations[first.id].path, operations: [first, ...others] };
}

/** The parameters of a path that fits a template; an empty segment is no value, it is another path. */
function matched(template: string, pathname: string): Readonly<Record<string, string>> | undefined {
  const wanted = template.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return undefined;
  const segments: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== value : value === '') return undefined;
    if (name !== undefined) segments[name] = value;
  }
  return segments;
}
