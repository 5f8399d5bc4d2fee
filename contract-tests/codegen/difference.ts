/** What a round trip changed, told apart: what the contract calls the same, what a generator leaves out, and what is wrong. */
import { isDeepStrictEqual } from 'node:util';
import { pointer } from '../../src/contract/pointer.ts';
import { type Json, UNKNOWN_PROPERTY } from './variants.ts';

/** Facts about a generator that break no promise of the contract. */
export type Fact =
  | 'drops unknown properties'
  | 'leaves out null'
  | 'adds null'
  | 'rewrites times'
  | 'throws its own error at a 401 without a body';

export interface Difference {
  readonly pointer: string;
  /** Absent where the value was lost or changed, which is a failure. */
  readonly fact?: Fact;
  readonly was: Json | undefined;
  readonly is: Json | undefined;
}

const MISSING = undefined;

/** Every difference between two JSON values; object members count by name, not by order. */
export function differences(was: Json | undefined, is: Json | undefined, place = ''): readonly Difference[] {
  if (isDeepStrictEqual(was, is)) return [];
  if (Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
    return was.flatMap((item: Json, index) => differences(item, is[index], `${place}${pointer(index)}`));
  }
  if (isObject(was) && isObject(is)) {
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return names.flatMap((name) => differences(was[name], is[name], `${place}${pointer(name)}`));
  }
  const fact = factOf(was, is, place);
  return [{ pointer: place, was, is, ...(fact === undefined ? {} : { fact }) }];
}

function factOf(was: Json | undefined, is: Json | undefined, place: string): Fact | undefined {
  if (is === MISSING && place.endsWith(pointer(UNKNOWN_PROPERTY))) return 'drops unknown properties';
  // "A property may be absent; where null is allowed it means the same as absent": the info of the contract.
  if (was === null && is === MISSING) return 'leaves out null';
  if (was === MISSING && is === null) return 'adds null';
  if (typeof was === 'string' && typeof is === 'string' && isSameInstant(was, is)) return 'rewrites times';
  return undefined;
}

function isSameInstant(one: string, other: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}T/;
  return time.test(one) && time.test(other) && Date.parse(one) === Date.parse(other);
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line for people. */
export function describeDifference({ pointer: place, was, is }: Difference): string {
  const show = (value: Json | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value));
  return `${place === '' ? 'the body' : place}: ${show(was)} became ${show(is)}`;
}
