/**
 * The guard of path segments. URL parsing resolves `.` and `..` even when they are percent-encoded, and an empty segment
 * turns a member's address into the collection's: both would send a DELETE somewhere else.
 */

import type { OperationId } from '../../generated/operations.ts';
import { RequestError } from './errors.ts';
import { CONTROL_CHARACTER, kindOf, percentEncoded } from './text.ts';

/**
 * The segment as it stands in a URL: percent-encoded, and certain to be one whole segment.
 *
 * @throws RequestError when the value is not a string, is empty, is `.` or `..`, holds a control character, or is not
 *   well-formed Unicode. Nothing was sent.
 */
export function pathSegment(operation: OperationId | undefined, name: string, value: unknown): string {
  const refuse = (why: string): never => {
    throw new RequestError(`${operation ?? 'request'}: ${name} ${why}; nothing was sent`, { operation });
  };
  if (typeof value !== 'string') return refuse(`must be a string, got ${kindOf(value)}`);
  if (value === '') return refuse('is empty');
  if (value === '.' || value === '..') return refuse(`is "${value}", which would address another resource`);
  if (CONTROL_CHARACTER.test(value)) return refuse('contains a control character');
  return percentEncoded(value) ?? refuse('contains half of a surrogate pair');
}

/**
 * A path of the contract with its parameters filled in.
 *
 * @throws RequestError as `pathSegment` does; a parameter that is missing counts as a value that is no string.
 */
export function filledPath(
  operation: OperationId | undefined,
  path: string,
  values: Readonly<Record<string, unknown>>,
): string {
  return path.replace(/\{([^{}]+)\}/g, (_, name: string) => pathSegment(operation, name, values[name]));
}
