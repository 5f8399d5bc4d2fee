/** The properties of a schema as a flat list of rows: a nested object's members follow it under a dotted name. */
import { isReference, type Reference, type SchemaObject } from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';

export interface PlannedProperty {
  readonly anchor: string;
  /** As a reader would write it: `email`, `actions[].href`, `metadata.*`. */
  readonly name: string;
  readonly pointer: string;
  readonly schema: SchemaObject | Reference;
  /** Undefined where the word makes no sense: the items of an array, the values of a map. */
  readonly required: boolean | undefined;
}

/**
 * Lists every schema written inside a schema; what a reference leads to has its own section.
 *
 * @param prefix anchor of the model, in front of the names of its properties
 * @param claim hands out an id that no other element of the page has
 */
export function propertiesOf(
  schema: SchemaObject | Reference,
  place: string,
  prefix: string,
  claim: (wanted: string) => string,
  owner = '',
): readonly PlannedProperty[] {
  if (isReference(schema)) return [];
  const row = (
    child: SchemaObject | Reference,
    childPlace: string,
    segment: string,
    name: string,
    required?: boolean,
  ): readonly PlannedProperty[] => {
    const anchor = claim(`${prefix}.${segment}`);
    return [
      { anchor, name, pointer: childPlace, schema: child, required },
      ...propertiesOf(child, childPlace, anchor, claim, name),
    ];
  };
  const dot = owner === '' ? '' : `${owner}.`;
  const { properties = {}, items, additionalProperties, required = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, child]) =>
      row(child, `${place}${pointer('properties', name)}`, name, `${dot}${name}`, required.includes(name)),
    ),
    ...(items === undefined || isReference(items) ? [] : row(items, `${place}/items`, 'items', `${owner}[]`)),
    ...(typeof additionalProperties !== 'object' || isReference(additionalProperties)
      ? []
      : row(additionalProperties, `${place}/additionalProperties`, 'any-key', `${dot}*`)),
  ];
}
