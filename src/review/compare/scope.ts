/** What the comparison of one operation carries along: both versions, who writes the value, and where the changes go. */
import type { Reference, SchemaObject } from '../../contract/document.ts';
import type { Changes, Difference, Direction } from '../change.ts';
import type { Level } from '../level.ts';
import type { Place } from '../place.ts';

export type SchemaPlace = Place<SchemaObject | Reference>;
/** Two versions of one schema, references followed. */
export interface SchemaPair {
  /** Where the schema is used, if that is where the difference lies: another component stands there, or none. */
  readonly at: string;
  readonly old: Place<SchemaObject>;
  readonly new: Place<SchemaObject>;
}

export interface Scope {
  readonly changes: Changes;
  readonly direction: Direction;
  readonly operation: string;
}

export function report({ changes, direction, operation }: Scope, difference: Difference): void {
  changes.add(difference, direction, operation);
}

/**
 * A client must stay able to send what it sent, and must get nothing that it was not told of. So a smaller set of values breaks
 * requests, and a larger one breaks answers.
 */
export function narrowed({ direction }: Scope): Level {
  return direction === 'request' ? 'wire-breaking' : 'additive';
}

export function widened({ direction }: Scope): Level {
  return direction === 'response' ? 'wire-breaking' : 'additive';
}
