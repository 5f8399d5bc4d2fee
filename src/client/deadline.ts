/** Time: a limit for each attempt, a limit for the whole call, and the caller's signal, all through one abort signal. */
import { onAbort } from './abort.ts';
import type { TimeoutPhase } from './errors.ts';

/** The clock that the client runs on; tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back after a time; the returned function calls it off. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Why an attempt or a wait was ended from outside. */
export type Interruption =
  | { readonly kind: 'aborted'; readonly reason: unknown }
  | {
      readonly kind: 'timeout';
      readonly phase: TimeoutPhase;
      readonly scope: 'attempt' | 'deadline';
      readonly limitMs: number;
    };

/** One attempt under the clock. */
export interface Attempt {
  readonly signal: AbortSignal;
  /** Resolves when the attempt is ended from outside, also where a `fetch` pays no heed to the signal. */
  readonly interrupted: Promise<Interruption>;
  /** The headers are here; from now on the body is awaited. */
  reading(): void;
  /** Takes back the timer and the listener; must be called, whatever happened. */
  done(): void;
}

export interface Deadline {
  /** What the caller's signal says now: that it was aborted, or nothing. */
  aborted(): Interruption | undefined;
  /** Whether a wait of this length ends before the deadline. */
  fits(ms: number): boolean;
  attempt(timeoutMs: number): Attempt;
  /** Resolves after a time that fits, or with the interruption when the caller aborts. */
  wait(ms: number): Promise<Interruption | undefined>;
}

/**
 * @param deadlineMs limit of the whole call, waits included.
 * @param signal the caller's; it is listened to during attempts and waits, and not after them.
 */
export function createDeadline(deadlineMs: number, signal: AbortSignal | undefined, clock: Clock): Deadline {
  const end = clock.now() + deadlineMs;

  const aborted = (): Interruption | undefined =>
    signal?.aborted ? { kind: 'aborted', reason: signal.reason } : undefined;

  /** Runs one timer beside the caller's signal; the returned function takes both back. */
  const watch = (ms: number, timeUp: () => void, onAborted: () => void): (() => void) => {
    const cancel = clock.after(ms, timeUp);
    const forget = signal && onAbort(signal, onAborted);
    return () => {
      cancel();
      forget?.();
    };
  };

  return {
    aborted,
    fits: (ms) => clock.now() + ms < end,

    attempt(timeoutMs) {
      const controller = new AbortController();
      const left = end - clock.now();
      const limit =
        timeoutMs < left
          ? { scope: 'attempt' as const, limitMs: timeoutMs }
          : { scope: 'deadline' as const, limitMs: deadlineMs };
      let phase: TimeoutPhase = 'headers';
      let interrupt = (): void => {};
      const interrupted = new Promise<Interruption>((resolve) => {
        interrupt = () => {
          resolve(aborted() ?? { kind: 'timeout', phase, ...limit });
          controller.abort();
        };
      });
      const done = watch(Math.max(0, Math.min(timeoutMs, left)), interrupt, interrupt);
      // A listener of an event may have aborted just now; a signal tells nobody twice.
      if (aborted()) interrupt();
      const reading = (): void => {
        phase = 'body';
      };
      return { signal: controller.signal, interrupted, reading, done };
    },

    wait(ms) {
      return new Promise((resolve) => {
        let stop = (): void => {};
        const finish = (): void => {
          stop();
          resolve(aborted());
        };
        stop = watch(ms, finish, finish);
        if (aborted()) finish();
      });
    },
  };
}
