/** What the figures are held to, and the table in which a person reads them. */
import { BARE, FULL_SDKS, OURS, OURS_STRICT } from './contenders.ts';
import type { Timing } from './rounds.ts';

/** Times a bare fetch at the tenth percentile. Measured: 1.22 without validation, 1.29 with it. */
const MOST_PLAIN = 1.35;
const MOST_STRICT = 1.45;
/** Growth of the heap from the first to the last tenth of the memory run. Measured: 0.7 MB, up and down. */
const MOST_GROWTH_BYTES = 2 * 1024 * 1024;

export interface Verdict {
  readonly bar: string;
  readonly ok: boolean;
}

export function table(timings: readonly Timing[]): string {
  const bare = timingOf(timings, BARE);
  const rows = timings.map(({ name, median, p10 }) => [
    name,
    median.toFixed(1),
    p10.toFixed(1),
    (median / bare.median).toFixed(2),
    (p10 / bare.p10).toFixed(2),
  ]);
  const head = ['', 'median µs', 'p10 µs', 'median ratio', 'p10 ratio'];
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return [head, ...rows]
    .map(([name = '', ...cells]) => name.padEnd(width) + cells.map((cell) => cell.padStart(14)).join(''))
    .join('\n');
}

export function speedVerdicts(timings: readonly Timing[]): readonly Verdict[] {
  const bare = timingOf(timings, BARE);
  const strict = timingOf(timings, OURS_STRICT);
  const ratios = [
    { name: OURS, most: MOST_PLAIN },
    { name: OURS_STRICT, most: MOST_STRICT },
  ].map(({ name, most }) => {
    const ratio = timingOf(timings, name).p10 / bare.p10;
    return { bar: `${name}: ${ratio.toFixed(2)} times a bare fetch, at most ${most}`, ok: ratio <= most };
  });
  const sdks = timings.filter(({ name }) => FULL_SDKS.some((sdk) => sdk === name));
  const races = sdks.map(({ name, p10 }) => ({
    bar: `${OURS_STRICT}: ${strict.p10.toFixed(0)} µs, ${name}: ${p10.toFixed(0)} µs`,
    ok: strict.p10 < p10,
  }));
  return [...ratios, ...races];
}

/** @param heaps bytes in use after a collection, at equal distances */
export function memoryVerdict(heaps: readonly number[]): Verdict {
  const growth = (heaps.at(-1) ?? 0) - (heaps[0] ?? 0);
  const bar = `heap: ${megabytes(growth)} MB more at the end, less than ${megabytes(MOST_GROWTH_BYTES)}`;
  return { bar, ok: growth < MOST_GROWTH_BYTES };
}

export function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(2);
}

function timingOf(timings: readonly Timing[], name: string): Timing {
  const timing = timings.find((candidate) => candidate.name === name);
  if (timing === undefined) throw new Error(`there is no timing of ${name}`);
  return timing;
}
