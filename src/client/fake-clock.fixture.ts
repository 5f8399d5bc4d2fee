/** A clock that stands still until a test moves it. */
import type { Clock } from './deadline.ts';

export interface FakeClock extends Clock {
  /** Moves time on and runs what falls due, in order. */
  advance(ms: number): void;
  /** Moves to the next timer, wherever it is, once one is set; resolves with the time that passed. */
  next(): Promise<number>;
  /** Timers that were set and neither run nor called off. */
  readonly pending: number;
}

export function fakeClock(start = 1_800_000_000_000): FakeClock {
  let time = start;
  const timers = new Set<{ readonly due: number; readonly callback: () => void }>();
  const run = (until: number): void => {
    for (;;) {
      const [first] = [...timers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
      if (first === undefined) break;
      timers.delete(first);
      time = first.due;
      first.callback();
    }
    time = until;
  };
  return {
    now: () => time,
    after: (ms, callback) => {
      const timer = { due: time + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (ms) => run(time + ms),
    async next() {
      while (timers.size === 0) await new Promise((resolve) => setImmediate(resolve));
      const due = Math.min(...[...timers].map((timer) => timer.due));
      const passed = due - time;
      run(due);
      return passed;
    },
    get pending() {
      return timers.size;
    },
  };
}
