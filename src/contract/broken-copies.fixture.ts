/** Values that break a schema somewhere, made from one that keeps it. */

const WRONG: readonly unknown[] = [null, '', 0, -1, 1.5, 2 ** 40, true, [], {}, 'x y', [null], { a: 1 }];

/** Copies of a value, each with one place at any depth removed or replaced by something else. */
export function* brokenCopies(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const without = structuredClone(value);
    Reflect.deleteProperty(without, key);
    yield without;
    for (const copy of brokenCopies(child)) yield Object.assign(structuredClone(value), { [key]: copy });
  }
}
