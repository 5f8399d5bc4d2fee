import { describe, expect, it } from 'vitest';
import { agreementOf, places } from './agreement.ts';
import { original, twin } from './dialects.fixture.ts';
import { loosened } from './loosened.ts';
import { readTwin } from './twin-reader.ts';

/** Another seed each time; a failure names it, and `DIALECTS_SEED` repeats it. */
const SEED = Number(process.env['DIALECTS_SEED'] ?? Date.now() % 2 ** 31);
const MANY = { runs: 10_000, seed: SEED };

describe(`10,000 instances, seed ${SEED}`, () => {
  const reader = readTwin(twin);

  it.each(places)('are accepted and rejected alike by both files: %s', (place) => {
    const { accepted, rejected, disagreement } = agreementOf(original, reader, place, MANY);
    expect(disagreement).toBeUndefined();
    expect(accepted + rejected).toBe(MANY.runs);
    expect(Math.min(accepted, rejected)).toBeGreaterThan(MANY.runs / 20);
  });

  it.each([...loosened(twin, places)].map((lost): [string, typeof lost] => [lost.title, lost]))(
    'notice a twin that says less: %s',
    (_, lost) => {
      expect(agreementOf(original, readTwin(lost.twin), lost.place, MANY).disagreement).toBeDefined();
    },
  );
});
