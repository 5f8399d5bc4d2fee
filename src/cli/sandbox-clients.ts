/** The clients of a sandbox, from a file or from the environment: never from arguments, which every process of a machine can read. */
import { readFileSync } from 'node:fs';
import type { ClientCredentials } from '../sandbox/credentials.ts';
import { UsageError } from './command.ts';

/** Holds `clientId:apiKey` pairs with white space between them. */
export const CLIENTS_VARIABLE = 'PLEXO_SANDBOX_CLIENTS';

/**
 * @param file one pair a line; lines that are empty or begin with # are skipped.
 * @returns the pairs, or undefined where none is given.
 * @throws UsageError that names the place of a pair that cannot be read, and never shows the pair.
 */
export function clientsFrom(
  file: string | undefined,
  variable: string | undefined,
): readonly ClientCredentials[] | undefined {
  if (file !== undefined) {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    return someOf(
      lines.flatMap((line, index) =>
        /^\s*(#|$)/.test(line) ? [] : [pairIn(line.trim(), `${file}:${index + 1}`)],
      ),
      file,
    );
  }
  if (variable === undefined || variable.trim() === '') return undefined;
  return variable
    .trim()
    .split(/\s+/)
    .map((pair, index) => pairIn(pair, `pair ${index + 1} of ${CLIENTS_VARIABLE}`));
}

function someOf(pairs: readonly ClientCredentials[], file: string): readonly ClientCredentials[] {
  if (pairs.length === 0) throw new UsageError(`${file} holds no clientId:apiKey pair`);
  return pairs;
}

/** The first colon separates the two (RFC 7617, section 2). */
function pairIn(text: string, place: string): ClientCredentials {
  const colon = text.indexOf(':');
  if (colon < 1 || colon === text.length - 1) {
    throw new UsageError(`${place} must be clientId:apiKey; it is not shown, because it could be a secret`);
  }
  return { clientId: text.slice(0, colon), apiKey: text.slice(colon + 1) };
}
