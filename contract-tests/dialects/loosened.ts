/** Copies of the twin with one constraint less each: what the comparison of both files has to notice. */
import { type OpenApiDocument, schemasOf } from '../../src/contract/document.ts';
import { segmentsOf, valueAt } from '../../src/contract/pointer.ts';

const CONSTRAINTS = [
  'nullable',
  'required',
  'minProperties',
  'minLength',
  'minimum',
  'maximum',
  'format',
  'additionalProperties',
];

/** Formats that only repeat what the type and its limits say already. */
const WITHOUT_EFFECT: ReadonlySet<unknown> = new Set(['double']);

export interface Loosened {
  /** Schema and keyword that the copy lost. */
  readonly title: string;
  readonly twin: OpenApiDocument;
  /** The schema that stands for itself and holds the lost constraint. */
  readonly place: string;
}

export function* loosened(twin: OpenApiDocument, places: readonly string[]): Generator<Loosened> {
  for (const { pointer, schema } of schemasOf(twin)) {
    const place = places.find((one) => pointer === one || pointer.startsWith(`${one}/`));
    if (place === undefined) continue;
    for (const keyword of CONSTRAINTS.filter((one) => schema[one] !== undefined)) {
      if (schema[keyword] === true && keyword === 'additionalProperties') continue;
      if (WITHOUT_EFFECT.has(schema[keyword]) || isInsideInt32(schema, keyword)) continue;
      const copy = structuredClone(twin);
      const changed = valueAt(copy, pointer);
      if (typeof changed !== 'object' || changed === null)
        throw new Error(`${segmentsOf(pointer).join(' ')} is gone`);
      Reflect.deleteProperty(changed, keyword);
      yield { title: `${pointer} without ${keyword}`, twin: copy, place };
    }
  }
}

/** The limits of `int32` and a `minimum` or `maximum` may say the same, and then either can go unnoticed. */
function isInsideInt32(
  { format, minimum, maximum }: { format?: string; minimum?: number; maximum?: number },
  keyword: string,
): boolean {
  if (format !== 'int32') return false;
  const whole = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
  if (keyword === 'maximum') return maximum === whole.maximum;
  return keyword === 'format' && minimum !== undefined && maximum !== undefined;
}
