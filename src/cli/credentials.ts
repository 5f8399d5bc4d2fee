/** Credentials for a command: from the environment or from a file, never from the command line, where others can read them. */
import { readFileSync, statSync } from 'node:fs';
import type { Credentials } from '../contract/run/options.ts';
import { type Terminal, UsageError } from './command.ts';

export interface GivenCredentials {
  readonly credentials: Credentials;
  /** Of a second client, to prove that the two are kept apart. */
  readonly otherCredentials?: Credentials;
}

/**
 * @param file JSON: `{"clientId","apiKey","other":{"clientId","apiKey"}}`; the environment is read when absent.
 * @throws UsageError that names what is missing, and never a value.
 */
export function credentialsFrom(file: string | undefined, terminal: Terminal): GivenCredentials {
  if (file !== undefined) return fromFile(file, terminal);
  const { env } = terminal;
  const own = pair(env['PLEXO_CLIENT_ID'], env['PLEXO_API_KEY']);
  if (own === undefined) {
    throw new UsageError('set PLEXO_CLIENT_ID and PLEXO_API_KEY, or name a file with --credentials');
  }
  const other = pair(env['PLEXO_OTHER_CLIENT_ID'], env['PLEXO_OTHER_API_KEY']);
  return { credentials: own, ...(other === undefined ? {} : { otherCredentials: other }) };
}

function fromFile(file: string, terminal: Terminal): GivenCredentials {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    // The parser's own message would quote the file.
    const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
    throw new UsageError(
      `the credentials file ${file} ${typeof code === 'string' ? `cannot be read (${code})` : 'is not JSON'}`,
    );
  }
  const own = pairIn(value);
  if (own === undefined)
    throw new UsageError(`the credentials file ${file} must hold "clientId" and "apiKey"`);
  // Windows has no such bits.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    terminal.complain(`others can read ${file}: chmod 600 it`);
  }
  const other = pairIn(typeof value === 'object' && value !== null ? Reflect.get(value, 'other') : undefined);
  return { credentials: own, ...(other === undefined ? {} : { otherCredentials: other }) };
}

function pairIn(value: unknown): Credentials | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return pair(Reflect.get(value, 'clientId'), Reflect.get(value, 'apiKey'));
}

function pair(clientId: unknown, apiKey: unknown): Credentials | undefined {
  if (typeof clientId !== 'string' || typeof apiKey !== 'string') return undefined;
  return clientId === '' || apiKey === '' ? undefined : { clientId, apiKey };
}
