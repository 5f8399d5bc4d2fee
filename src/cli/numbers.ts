/** Numbers among the arguments of a command. */
import { UsageError } from './command.ts';

/**
 * @returns a whole number; `undefined` where the option was not given.
 * @throws UsageError that names the option and the value.
 */
export function integerFrom(option: string, given: string | undefined, least: number): number | undefined {
  if (given === undefined) return undefined;
  const value = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= least))
    throw new UsageError(`${option} must be a whole number from ${least}, got "${given}"`);
  return value;
}

/** Seconds as milliseconds; a part of a second may be given. */
export function secondsFrom(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = /^\d{1,6}(?:\.\d{1,3})?$/.test(given) ? Number(given) * 1_000 : Number.NaN;
  if (!(value >= 1)) throw new UsageError(`${option} must be a number of seconds, got "${given}"`);
  return Math.round(value);
}
