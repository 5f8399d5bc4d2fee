import { pointer } from '../../src/contract/pointer.ts';

/** JSON Pointer of the first place where two JSON values differ; `undefined` when they are equal. */
export function firstDifference(one: unknown, other: unknown, place = ''): string | undefined {
  if (Object.is(one, other)) return undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return place;
  if (Array.isArray(one) !== Array.isArray(other)) return place;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const at = `${place}${pointer(key)}`;
    if (!Object.hasOwn(one, key) || !Object.hasOwn(other, key)) return at;
    const difference = firstDifference(Reflect.get(one, key), Reflect.get(other, key), at);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
