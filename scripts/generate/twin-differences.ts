/** What the twin says otherwise than its original. The translation is written a second time, not the converter's. */
import { isDeepStrictEqual } from 'node:util';
import { type OpenApiDocument, schemasOf } from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';

/**
 * Compares operations, names, constraints, required and nullable sets, responses, examples and words: everything below
 * `paths`, `components`, `servers`, `security` and `tags`, and what `info` must keep.
 */
export function differences(original: OpenApiDocument, twin: OpenApiDocument): readonly string[] {
  const { info, openapi: _label, ...expected } = translated(original);
  const { info: twinInfo, openapi: label, ...found } = twin;
  const problems = [...compare(expected, found, '')];
  if (label !== '3.0.3') problems.push(`#/openapi: it is labelled ${label}`);
  for (const key of ['title', 'version'] as const) {
    if (info[key] !== twinInfo[key]) problems.push(`#/info/${key}: it differs from the original`);
  }
  for (const key of ['summary', 'description']) {
    if (!String(twinInfo['description']).includes(String(info[key] ?? ''))) {
      problems.push(`#/info/description: it does not hold the ${key} of the original`);
    }
  }
  return problems;
}

/** The original in the words of 3.0: one type plus `nullable`, and the first of a schema's examples. */
function translated(original: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(original);
  for (const { schema } of schemasOf(copy)) {
    const { type, examples } = schema;
    if (Array.isArray(type) && type.includes('null')) {
      const [single, ...others] = type.filter((name) => name !== 'null');
      Object.assign(schema, { type: others.length === 0 ? single : type, nullable: true });
    }
    if (Array.isArray(examples)) {
      Object.assign(schema, { example: examples[0] });
      Reflect.deleteProperty(schema, 'examples');
    }
  }
  return copy;
}

function* compare(expected: unknown, found: unknown, place: string): Generator<string> {
  if (isDeepStrictEqual(expected, found)) return;
  if (!isObject(expected) || !isObject(found) || lengthOf(expected) !== lengthOf(found)) {
    yield `#${place}: the original says ${shown(expected)}, the twin ${shown(found)}`;
    return;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    yield* compare(Reflect.get(expected, key), Reflect.get(found, key), `${place}${pointer(key)}`);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A list can be compared item by item with a list of the same length only; `undefined` for a map. */
function lengthOf(value: object): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
