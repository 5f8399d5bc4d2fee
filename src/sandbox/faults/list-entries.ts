/** The catalogue of faults as words: what can be switched on, without the means to do it. */
import type { OperationId } from '../../../generated/operations.ts';
import type { FaultKind } from '../fault.ts';
import { faults } from './catalogue.ts';

/** A fault as words. */
export interface FaultEntry {
  /** What `createSandbox({ faults })`, `--fault` and `Prefer: fault=` take. */
  readonly id: string;
  /** Where it shows. */
  readonly kind: FaultKind;
  /** One line: what a client sees. */
  readonly title: string;
  /** The operation that shows it; absent where several do. */
  readonly operation?: OperationId | undefined;
}

/**
 * Every fault that the sandbox knows, in the order of the catalogue.
 *
 * @example
 * ```ts
 * const leaks = faultList().filter(({ kind }) => kind === 'leak');
 * for (const { id, title } of leaks) console.log(`${id}: ${title}`);
 * ```
 */
export function faultList(): readonly FaultEntry[] {
  return faults.map(({ id, kind, title, operation }) => ({ id, kind, title, operation }));
}
