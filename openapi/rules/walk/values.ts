/** An example value taken apart next to its schema: every part with the schema, the component and the property it belongs to. */
import {
  isReference,
  type OpenApiDocument,
  type Reference,
  type SchemaObject,
} from '../../../src/contract/document.ts';
import { pointer, segmentsOf } from '../../../src/contract/pointer.ts';
import { locate } from './locate.ts';

export interface ValuePart {
  readonly pointer: string;
  readonly value: unknown;
  /** Absent where the schema says nothing about this part. */
  readonly schema?: SchemaObject;
  /** Name of the component that describes this part, when it is a component. */
  readonly component?: string;
  /** Name of the property that holds this part. */
  readonly property?: string;
}

export function* partsOf(
  document: OpenApiDocument,
  value: unknown,
  schema: SchemaObject | Reference | undefined,
  place: string,
  property?: string,
): Generator<ValuePart> {
  const component = isReference(schema) ? segmentsOf(schema.$ref).at(-1) : undefined;
  const described = schema === undefined ? undefined : locate<SchemaObject>(document, schema, place).value;
  yield {
    pointer: place,
    value,
    ...(described && { schema: described }),
    ...(component !== undefined && { component }),
    ...(property !== undefined && { property }),
  };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* partsOf(document, item, described?.items, `${place}/${index}`);
    }
  } else if (typeof value === 'object' && value !== null) {
    const rest = described?.additionalProperties;
    for (const [name, child] of Object.entries(value)) {
      const childSchema = described?.properties?.[name] ?? (typeof rest === 'object' ? rest : undefined);
      yield* partsOf(document, child, childSchema, `${place}${pointer(name)}`, name);
    }
  }
}
