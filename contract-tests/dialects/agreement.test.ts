import { describe, expect, it } from 'vitest';
import { agreementOf, places } from './agreement.ts';
import { original, twin } from './dialects.fixture.ts';
import { loosened } from './loosened.ts';
import { readTwin } from './twin-reader.ts';

/** `npm run test:dialects` takes 10,000 instances and another seed each time. */
const FEW = { runs: 300, seed: 31_030 };

describe('the 3.1 file and its 3.0.3 twin', () => {
  const reader = readTwin(twin);

  it.each(places)('accept and reject the same instances of %s', (place) => {
    const { accepted, rejected, disagreement } = agreementOf(original, reader, place, FEW);
    expect(disagreement).toBeUndefined();
    // Instances that are all right or all wrong would prove nothing.
    expect(Math.min(accepted, rejected)).toBeGreaterThan(FEW.runs / 20);
  });
});

describe('the comparison of both', () => {
  it.each(['nullable', 'required', 'minLength'])('notices a twin that lost %s', (keyword) => {
    const lost = [...loosened(twin, places)].find(({ title }) => title.endsWith(`without ${keyword}`));
    if (lost === undefined) throw new Error(`nothing in the twin says ${keyword}`);
    const { disagreement } = agreementOf(original, readTwin(lost.twin), lost.place, FEW);
    expect(disagreement).toBeDefined();
  });

  it('refuses to read what 3.0 and JSON Schema understand differently', () => {
    const changed = structuredClone(twin);
    Reflect.set(
      changed.components?.schemas?.['Amount']?.properties?.['total'] ?? {},
      'exclusiveMinimum',
      true,
    );
    expect(() => readTwin(changed)).toThrow(
      '/components/schemas/Amount/properties/total has exclusiveMinimum',
    );
  });
});
