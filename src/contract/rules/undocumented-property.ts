import { type Shape, shapes } from '../../../generated/shapes.ts';
import { pointer } from '../pointer.ts';
import type { Breach, JudgeRule } from '../rule.ts';

export const undocumentedProperty: JudgeRule = {
  id: 'undocumented-property',
  severity: 'warning',
  judge({ described, json }) {
    const shape = described?.schema === undefined ? undefined : shapes[described.schema];
    if (shape === undefined || json === undefined) return [];
    const found = new Map<string, Breach>();
    for (const { spec, place } of undocumented(shape, json.value, '')) {
      const got = JSON.stringify(place.slice(place.lastIndexOf('/') + 1));
      // Elements of a list are alike: the first of them speaks for all.
      const key = place.replace(/\/\d+(?=\/)/g, '/*');
      if (!found.has(key))
        found.set(key, { spec, at: `body${place}`, expected: 'documented properties', got });
    }
    return [...found.values()];
  },
};

export interface Undocumented {
  /** Schema of the object that holds the property. */
  readonly spec: string;
  readonly place: string;
}

/** Every property of a value that its shape does not describe; what stands below such a property is not looked at. */
export function* undocumented(shape: Shape, value: unknown, place: string): Generator<Undocumented> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const { items } = shape;
    if (items === undefined) return;
    for (const [index, item] of value.entries())
      yield* undocumented(items, item, `${place}${pointer(index)}`);
    return;
  }
  if (shape.members === undefined || shape.open === true) return;
  for (const [name, member] of Object.entries(value)) {
    const at = `${place}${pointer(name)}`;
    const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (known === undefined) yield { spec: shape.spec, place: at };
    else yield* undocumented(known, member, at);
  }
}
