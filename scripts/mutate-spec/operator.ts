/** What an operator of the spec's mutation is: one kind of fault, made at every place where it can be made. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { Change } from '../lint/changes.ts';

/** One single fault. */
export interface Fault {
  /** JSON Pointer of the fault in the bundle. */
  readonly place: string;
  /** The fault in a few words, different for each fault of an operator at one place. */
  readonly what: string;
  readonly changes: readonly Change[];
}

export interface Operator {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly title: string;
  faults(document: OpenApiDocument): Iterable<Fault>;
}

/** A fault of one change. */
export function fault(place: string, what: string, ...changes: readonly Change[]): Fault {
  return { place, what, changes };
}
