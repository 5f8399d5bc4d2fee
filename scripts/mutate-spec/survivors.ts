/** The faults that no gate notices and may go unnoticed, each with its reason; a fault without one fails the run. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { segmentsOf } from '../../src/contract/pointer.ts';
import type { Mutant } from './mutants.ts';

const FILE = new URL('./survivors.yaml', import.meta.url);

export interface Excuse {
  readonly operator: string;
  /** JSON Pointer in which `*` stands for one segment. */
  readonly place: string;
  /** The fault; absent for all faults of the operator at the place. */
  readonly what?: string;
  readonly reason: string;
}

export function excuses(): readonly Excuse[] {
  const read: unknown = parse(readFileSync(FILE, 'utf8'));
  if (!Array.isArray(read)) throw new Error('scripts/mutate-spec/survivors.yaml holds no list');
  return read.map((entry: unknown, index) => {
    const text = (key: string): string | undefined => {
      const value: unknown =
        typeof entry === 'object' && entry !== null ? Reflect.get(entry, key) : undefined;
      return typeof value === 'string' && value.trim() !== ''
        ? value.replaceAll(/\s+/g, ' ').trim()
        : undefined;
    };
    const [operator, place, what, reason] = ['operator', 'place', 'what', 'reason'].map(text);
    if (operator === undefined || place === undefined || reason === undefined)
      throw new Error(
        `scripts/mutate-spec/survivors.yaml: entry ${index + 1} lacks operator, place or reason`,
      );
    return { operator, place, reason, ...(what === undefined ? {} : { what }) };
  });
}

export function excuseFor({ operator, fault }: Mutant, all: readonly Excuse[]): Excuse | undefined {
  return all.find(
    (excuse) =>
      excuse.operator === operator &&
      matches(excuse.place, fault.place) &&
      (excuse.what === undefined || excuse.what === fault.what),
  );
}

function matches(pattern: string, place: string): boolean {
  const [wanted, found] = [segmentsOf(pattern), segmentsOf(place)];
  return (
    wanted.length === found.length && wanted.every((part, index) => part === '*' || part === found[index])
  );
}
