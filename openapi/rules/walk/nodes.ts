/** Every object of the document that is OpenAPI or JSON Schema: example values and extensions are data, not contract. */
import { pointer } from '../../../src/contract/pointer.ts';

export interface LocatedNode {
  readonly pointer: string;
  readonly key: string;
  readonly node: Readonly<Record<string, unknown>>;
}

/** Keys whose value is data. Under `properties` the same words are names of properties and are walked. */
const DATA = new Set(['example', 'value', 'default', 'enum', 'const', 'x-extensible-enum']);

export function* nodesOf(value: unknown, place = '', key = '', parentKey = ''): Generator<LocatedNode> {
  if (typeof value !== 'object' || value === null) return;
  if (parentKey !== 'properties' && (DATA.has(key) || (key === 'examples' && Array.isArray(value)))) return;
  if (!Array.isArray(value)) {
    // An object that is no array has string keys, which is all that the type says.
    yield { pointer: place, key, node: value as Readonly<Record<string, unknown>> };
  }
  for (const [childKey, child] of Object.entries(value)) {
    yield* nodesOf(child, `${place}${pointer(childKey)}`, childKey, key);
  }
}
