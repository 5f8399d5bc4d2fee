/** Who may call: pairs of `clientId` and `apiKey`, compared in a time that does not depend on where they differ. */

/**
 * The pair that works when none is given; it guards nothing.
 *
 * @example
 * ```ts
 * const { fetch } = createSandbox();
 * const plexo = createPlexoClient({ ...DEFAULT_CREDENTIALS, baseUrl: 'http://localhost', fetch });
 * expect(await plexo.customers.list()).toEqual([]);
 * ```
 */
export const DEFAULT_CREDENTIALS = { clientId: 'sandbox-client', apiKey: 'sandbox-key' } as const;

/** The pair by which the sandbox knows a client; each client sees only what it has created. */
export interface ClientCredentials {
  /** Without a colon: the first one separates the two (RFC 7617, section 2). */
  readonly clientId: string;
  /** Not empty. */
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
  const known = pairs.map(({ clientId, apiKey }) => ({ clientId, value: encoded(`${clientId}:${apiKey}`) }));
  return (authorization) => {
    const given = pairIn(authorization);
    let found: string | undefined;
    if (given === undefined) return undefined;
    // Every pair is compared, so that the time tells nothing about which clients there are.
    for (const { clientId, value } of known) if (sameText(given, value)) found = clientId;
    return found;
  };
}

/** The pair as it is sent, in base64 without its padding: what is compared need not be decoded. */
function pairIn(authorization: string | null): string | undefined {
  return /^basic +([A-Za-z0-9+/]+)={0,2}$/i.exec(authorization ?? '')?.[1];
}

/** Looks at as many characters as were given, whatever they are. */
function sameText(given: string, known: string): boolean {
  let difference = given.length ^ known.length;
  for (let index = 0; index < given.length; index += 1) {
    difference |= given.charCodeAt(index) ^ known.charCodeAt(index % known.length);
  }
  return difference === 0;
}

/** UTF-8 in base64 (RFC 7617, section 2.1), without its padding. */
function encoded(pair: string): string {
  const bytes = new TextEncoder().encode(pair);
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
}
