/** A progress bar on the error output, where a person is watching. */
import type { Progress } from '../contract/run/options.ts';
import type { Terminal } from './command.ts';

const WIDTH = 30;

export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  /** Takes the bar away. */
  end(): void;
}

/** Draws nothing where colours and bars are not welcome. */
export function progressBar({ interactive, draw }: Terminal): ProgressBar {
  if (!interactive || draw === undefined) return { show: () => {}, end: () => {} };
  return {
    show({ done, total, label }) {
      const filled = Math.round((WIDTH * Math.min(done, total)) / Math.max(total, 1));
      const bar = `${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}`;
      draw(`\r\u001b[K${bar} ${done}/${total} ${label}`.slice(0, 79));
    },
    end: () => draw('\r\u001b[K'),
  };
}
