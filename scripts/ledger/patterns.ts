/** Pointer patterns of the ledger: JSON Pointers in which `*` stands for exactly one segment. */
import { pointer, segmentsOf } from '../../src/contract/pointer.ts';

/** The pointers of a document that a pattern names; none when it leads nowhere. */
export function expand(document: unknown, pattern: string): readonly string[] {
  let found: { readonly place: string; readonly value: unknown }[] = [{ place: '', value: document }];
  for (const segment of segmentsOf(pattern)) {
    found = found.flatMap(({ place, value }) => {
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value)
        .filter(([key]) => segment === '*' || segment === key)
        .map(([key, child]) => ({ place: `${place}${pointer(key)}`, value: child }));
    });
  }
  return found.map(({ place }) => place);
}

export function matches(pattern: string, place: string): boolean {
  const wanted = segmentsOf(pattern);
  const segments = segmentsOf(place);
  return (
    wanted.length === segments.length &&
    wanted.every((segment, index) => segment === '*' || segment === segments[index])
  );
}
