/**
 * Combinations of the sandbox's readings: few enough to check them all, and together holding every triple of values that any
 * three readings can have. All 2^15 combinations would take hours; faults of interaction beyond three are the rare ones.
 */
import { createRandom } from '../../src/contract/cases/random.ts';
import { READINGS, type Readings } from '../../src/sandbox/readings.ts';

/** Readings that break the contract by the sandbox's own words: no check may pass them. */
const BREAKING: ReadonlySet<string> = new Set(['createStatus 200', 'amountUnit minor']);

const NAMES = Object.keys(READINGS) as readonly (keyof Readings)[];

function valuesOf(name: keyof Readings): readonly unknown[] {
  return READINGS[name].filter((value) => !BREAKING.has(`${name} ${value}`));
}

/** `count` combinations; the first is the default, the second has the other value of every reading. */
export function combinations(count: number, seed = 7): readonly Partial<Readings>[] {
  const random = createRandom(seed);
  const chosen: Record<string, unknown>[] = [all(0), all(-1)];
  const open = new Set(triples().map((triple) => triple.join(' ')));
  for (const one of chosen) strike(open, one);
  while (chosen.length < count) {
    // The best of some random ones: a greedy covering array, which is close enough to the least.
    const candidates = Array.from({ length: open.size === 0 ? 1 : 15 }, () =>
      Object.fromEntries(NAMES.map((name) => [name, valuesOf(name)[random.below(valuesOf(name).length)]])),
    );
    const gains = candidates.map((one) => gain(open, one));
    const best = candidates[gains.indexOf(Math.max(...gains))];
    if (best === undefined) break;
    strike(open, best);
    chosen.push(best);
  }
  if (open.size > 0) throw new Error(`${count} combinations leave ${open.size} triples of readings out`);
  // Each value is one of its reading's.
  return chosen as readonly Partial<Readings>[];
}

function all(index: number): Record<string, unknown> {
  return Object.fromEntries(NAMES.map((name) => [name, valuesOf(name).at(index)]));
}

function triples(): readonly (readonly string[])[] {
  const parts = NAMES.map((name) => valuesOf(name).map((value) => `${name}=${value}`));
  return parts.flatMap((one, i) =>
    parts
      .slice(i + 1)
      .flatMap((two, j) =>
        parts
          .slice(i + j + 2)
          .flatMap((three) => one.flatMap((a) => two.flatMap((b) => three.map((c) => [a, b, c])))),
      ),
  );
}

function* triplesOf(combination: Record<string, unknown>): Generator<string> {
  const parts = NAMES.map((name) => `${name}=${combination[name]}`);
  for (const [i, a] of parts.entries())
    for (const [j, b] of parts.slice(i + 1).entries())
      for (const c of parts.slice(i + j + 2)) yield `${a} ${b} ${c}`;
}

function gain(open: ReadonlySet<string>, combination: Record<string, unknown>): number {
  let count = 0;
  for (const triple of triplesOf(combination)) if (open.has(triple)) count += 1;
  return count;
}

function strike(open: Set<string>, combination: Record<string, unknown>): void {
  for (const triple of triplesOf(combination)) open.delete(triple);
}
