/** HTTP Basic credentials (RFC 7617), encoded as UTF-8. */
import { ConfigurationError } from './errors.ts';
import { CONTROL_CHARACTER, kindOf } from './text.ts';

/**
 * The value of the `Authorization` header for a `clientId` and an `apiKey`.
 *
 * @throws ConfigurationError when either is empty, holds a control character, or the `clientId` holds a colon
 *   (RFC 7617, section 2: the first colon separates the two).
 */
export function basicAuthorization(clientId: string, apiKey: string): string {
  refuseUnsendable('clientId', clientId);
  refuseUnsendable('apiKey', apiKey);
  if (clientId.includes(':')) {
    throw new ConfigurationError('clientId must not contain a colon');
  }
  // btoa takes one character per byte; String.fromCharCode of the UTF-8 bytes gives it exactly that.
  const bytes = new TextEncoder().encode(`${clientId}:${apiKey}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** The messages name the option and never repeat its value: it may be the secret. */
function refuseUnsendable(option: 'clientId' | 'apiKey', value: unknown): void {
  if (typeof value !== 'string')
    throw new ConfigurationError(`${option} must be a string, got ${kindOf(value)}`);
  if (value.trim() === '') throw new ConfigurationError(`${option} is empty`);
  if (CONTROL_CHARACTER.test(value)) throw new ConfigurationError(`${option} contains a control character`);
}
