/** The guard of a caller's headers. The platform's own message would quote the value, which may be a secret. */

import { kindOf } from './text.ts';

/** A field name (RFC 9110, section 5.6.2). */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** A field value (RFC 9110, section 5.5): no control characters but the tab, and one byte per character. */
const VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/** How a message is framed is the transport's: these would break the request, or stall it. */
const FRAMING = /^(?:connection|content-length|expect|host|keep-alive|transfer-encoding|upgrade)$/i;

/**
 * The headers of a call, checked, and copied: what is sent again is what was given at first.
 *
 * @throws what `refuse` makes of the message, which names the header and never its value.
 */
export function checkedHeaders(
  given: Readonly<Record<string, string>> | undefined,
  refuse: (message: string) => Error,
): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(given ?? {})) {
    if (!NAME.test(name)) throw refuse(`the header name ${JSON.stringify(name.slice(0, 40))} cannot be sent`);
    if (FRAMING.test(name)) throw refuse(`the header ${name} is the transport's and cannot be set`);
    if (typeof value !== 'string') throw refuse(`the header ${name} must be a string, got ${kindOf(value)}`);
    if (!VALUE.test(value)) throw refuse(`the header ${name} holds a character that cannot be sent`);
  }
  return { ...given };
}
