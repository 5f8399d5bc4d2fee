/** Timing of contenders that share a noisy machine: short turns, in another order each round. */

export interface Contender {
  readonly name: string;
  call(): Promise<unknown>;
}

/** Microseconds per call. The tenth percentile is what a call costs when the machine is left alone. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly p10: number;
}

export interface Schedule {
  readonly warmUp: number;
  readonly rounds: number;
  /** Calls of each contender per round, one after the other. */
  readonly calls: number;
  /** Milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
}

export async function timed(
  contenders: readonly Contender[],
  { warmUp, rounds, calls, now, random }: Schedule,
): Promise<readonly Timing[]> {
  const turns = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (const { call } of contenders) for (let done = 0; done < warmUp; done += 1) await call();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, call } of shuffled(contenders, random)) {
      const started = now();
      for (let done = 0; done < calls; done += 1) await call();
      turns.get(name)?.push(((now() - started) * 1_000) / calls);
    }
  }
  return [...turns].map(([name, times]) => ({
    name,
    median: quantile(times, 0.5),
    p10: quantile(times, 0.1),
  }));
}

/** The value below which that share of the values lies; the nearest one that was measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
