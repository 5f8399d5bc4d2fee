/** Who may call: pairs of `clientId` and `apiKey`, compared in a time that does not depend on where they differ. */

/** The pair that works when none is given; it guards nothing. */
export const DEFAULT_CREDENTIALS = { clientId: 'sandbox-client', apiKey: 'sandbox-key' } as const;

export interface ClientCredentials {
  /** Without a colon: the first one separates the two (RFC 7617, section 2). */
  readonly clientId: string;
  readonly apiKey: string;
}

/**
 * Answers whose credentials a header holds.
 *
 * @throws TypeError where a pair can never be sent; the message names the client and never the key.
 */
export function createAuthenticator(
  pairs: readonly ClientCredentials[],
): (authorization: string | null) => string | undefined {
  for (const { clientId, apiKey } of pairs) {
    if (clientId === '' || clientId.includes(':')) {
      throw new TypeError(`a clientId must be text without a colon, got ${JSON.stringify(clientId)}`);
    }
    if (apiKey === '') throw new TypeError(`the apiKey of ${clientId} is empty`);
  }
  const known = pairs.map(({ clientId, apiKey }) => ({ clientId, value: bytesOf(`${clientId}:${apiKey}`) }));
  return (authorization) => {
    const given = pairIn(authorization);
    let found: string | undefined;
    if (given === undefined) return undefined;
    // Every pair is compared, so that the time tells nothing about which clients there are.
    for (const { clientId, value } of known) if (sameBytes(given, value)) found = clientId;
    return found;
  };
}

function pairIn(authorization: string | null): Uint8Array | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  try {
    return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Looks at as many bytes as were given, whatever they are. */
function sameBytes(given: Uint8Array, known: Uint8Array): boolean {
  let difference = given.length ^ known.length;
  for (let index = 0; index < given.length; index += 1) {
    difference |= (given[index] ?? 0) ^ (known[index % known.length] ?? 0);
  }
  return difference === 0;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
