/** What changed in words only: descriptions, summaries, titles and examples of schemas, which no client can tell apart. */
import { isDeepStrictEqual } from 'node:util';
import type { OpenApiDocument } from '../contract/document.ts';
import { pointer } from '../contract/pointer.ts';

const PROSE = new Set([
  'description',
  'summary',
  'title',
  'examples',
  'example',
  'externalDocs',
  'contact',
  'license',
]);

/** The places of both versions whose words differ, in document order. */
export function proseChanges(old: OpenApiDocument, now: OpenApiDocument): readonly string[] {
  const [before, after] = [new Map(proseOf(old, '', '')), new Map(proseOf(now, '', ''))];
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].filter(
    (place) =>
      before.has(place) && after.has(place) && !isDeepStrictEqual(before.get(place), after.get(place)),
  );
}

function* proseOf(value: unknown, place: string, parent: string): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${place}${pointer(key)}`;
    // Under `properties` these words are names; a map of named examples is reported as examples.
    const isName = parent === 'properties' || (key === 'examples' && !Array.isArray(child));
    if (PROSE.has(key) && !isName) yield [at, child];
    else if (!place.startsWith('/components/examples/')) yield* proseOf(child, at, key);
  }
}
