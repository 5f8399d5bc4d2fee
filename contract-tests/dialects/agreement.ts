/** Whether the 3.1 file and its 3.0.3 twin accept and reject the same instances of a schema. */
import fc from 'fast-check';
import { validators } from '../../generated/validators.js';
import type { OpenApiDocument, SchemaObject } from '../../src/contract/document.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import { instancesOf } from './instances.ts';
import type { TwinReader } from './twin-reader.ts';

export interface Agreement {
  readonly accepted: number;
  readonly rejected: number;
  /** The first instance on which both differ, as small as it could be made; absent when they never did. */
  readonly disagreement?: { readonly instance: unknown; readonly original: boolean };
}

/** Every schema that stands for itself, by its JSON Pointer, which is the same in both files. */
export const places: readonly string[] = Object.keys(validators);

/** @param runs how many instances; @param seed the same seed gives the same instances */
export function agreementOf(
  document: OpenApiDocument,
  readTwin: TwinReader,
  place: string,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Agreement {
  const original = validators[place];
  if (original === undefined) throw new Error(`no schema at ${place}`);
  const twin = readTwin(place);
  let accepted = 0;
  let rejected = 0;
  // `places` holds pointers to schemas only.
  const instances = instancesOf(document, valueAt(document, place) as SchemaObject);
  const outcome = fc.check(
    fc.property(instances, (instance) => {
      const valid = original(instance);
      if (valid) accepted += 1;
      else rejected += 1;
      return twin(instance) === valid;
    }),
    { numRuns: runs, seed },
  );
  if (!outcome.failed) return { accepted, rejected };
  const [instance] = outcome.counterexample ?? [];
  return { accepted, rejected, disagreement: { instance, original: original(instance) } };
}
