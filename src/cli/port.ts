/** The port that a command was told to listen on. */
import { UsageError } from './command.ts';

/**
 * @param given the option's value; absent for the default.
 * @returns a port from 0 (any free one) to 65535.
 * @throws UsageError that names the value.
 */
export function portFrom(given: string | undefined, fallback: number): number {
  if (given === undefined) return fallback;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port must be a number from 0 to 65535, got "${given}"`);
  return port;
}
