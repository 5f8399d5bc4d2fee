import { describe, expect, it } from 'vitest';
import { type Contender, quantile, timed } from './rounds.ts';

describe('the rounds', () => {
  it('give microseconds per call, with every contender in every round and the warm-up left out', async () => {
    let time = 0;
    const order: string[] = [];
    const contender = (name: string, ms: number): Contender => ({
      name,
      async call() {
        order.push(name);
        time += ms;
      },
    });
    const places = [0.1, 0.9, 0.9, 0.1];
    let draws = 0;
    const random = () => places[draws++ % places.length] ?? 0;
    const timings = await timed([contender('quick', 0.1), contender('slow', 0.4)], {
      warmUp: 3,
      rounds: 6,
      calls: 5,
      now: () => time,
      random,
    });
    expect(timings.map(({ name }) => name)).toEqual(['quick', 'slow']);
    expect(timings[0]?.median).toBeCloseTo(100);
    expect(timings[1]?.p10).toBeCloseTo(400);
    expect(order.filter((name) => name === 'quick')).toHaveLength(3 + 6 * 5);
    const first = Array.from({ length: 6 }, (_, round) => order[6 + round * 10]);
    expect(new Set(first).size, 'the order changes').toBe(2);
  });

  it('take quantiles from what was measured', () => {
    const values = [5, 1, 4, 2, 3, 9, 8, 7, 6, 10, 11];
    expect(quantile(values, 0.1)).toBe(2);
    expect(quantile(values, 0.5)).toBe(6);
    expect(quantile([7], 0.1)).toBe(7);
  });
});
