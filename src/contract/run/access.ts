/** The `Authorization` header for each way to say who one is. */
import type { Access } from '../cases/case.ts';
import type { Credentials } from './options.ts';

/** Parts of no real credentials, and none that a server could take for them. */
const NOBODY = 'plexo-check-nobody';
const WRONG = 'plexo-check-wrong-key';

export function authorization(
  access: Access,
  credentials: Credentials,
  other: Credentials | undefined,
): Readonly<Record<string, string>> {
  switch (access) {
    case 'valid':
      return basic(credentials.clientId, credentials.apiKey);
    case 'other-client':
      if (other === undefined) throw new Error('this run has no credentials of another client');
      return basic(other.clientId, other.apiKey);
    case 'none':
      return {};
    case 'wrong-password':
      return basic(credentials.clientId, WRONG);
    case 'unknown-client':
      return basic(NOBODY, WRONG);
    case 'wrong-scheme':
      return { authorization: `Bearer ${WRONG}` };
    case 'malformed':
      return { authorization: 'Basic %not-base64%' };
    case 'no-colon':
      return { authorization: `Basic ${encoded(NOBODY)}` };
  }
}

function basic(clientId: string, apiKey: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${encoded(`${clientId}:${apiKey}`)}` };
}

/** Base64 of UTF-8 (RFC 7617, section 2.1): `btoa` alone breaks on other letters. */
function encoded(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
