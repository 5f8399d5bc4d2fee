/** Removes what a run has created, and nothing else: by the paths in the ledger, then by the tag in the list of customers. */
import type { Leftover } from '../report.ts';
import { authorization } from './access.ts';
import { jsonOf } from './json.ts';
import type { CleanupLedger, LedgerEntry } from './ledger.ts';
import type { Credentials } from './options.ts';
import { NoAnswerError, StopError, type Wire } from './wire.ts';

export interface TeardownSetting {
  readonly ledger: CleanupLedger;
  readonly wire: Wire;
  readonly credentials: Credentials;
  readonly otherCredentials: Credentials | undefined;
  readonly onStep?: ((done: number, total: number) => void) | undefined;
}

/** @returns what may still exist; such entries stay in the ledger. */
export async function tearDown(setting: TeardownSetting): Promise<readonly Leftover[]> {
  const { ledger, onStep } = setting;
  const entries = await ledger.open();
  const leftovers: Leftover[] = [];
  let done = 0;
  const settle = async (entry: LedgerEntry, reason: string | undefined): Promise<void> => {
    done += 1;
    onStep?.(done, entries.length);
    if (reason === undefined) await ledger.remove(entry);
    else leftovers.push({ kind: 'customer', path: entry.path ?? `/v1/customers (${entry.tag})`, reason });
  };
  for (const entry of entries.filter(({ path }) => path !== undefined)) {
    await settle(entry, await removed(entry.path ?? '', entry, setting));
  }
  // The list is searched last: what is found there was created by a request whose answer was lost.
  for (const entry of entries.filter(({ path }) => path === undefined)) {
    await settle(entry, await swept(entry, setting));
  }
  return leftovers;
}

/** Why the customer at a path may still exist; `undefined` when it is gone. */
async function removed(
  path: string,
  entry: LedgerEntry,
  setting: TeardownSetting,
): Promise<string | undefined> {
  const status = await ask(setting, entry, 'deleteCustomer', 'DELETE', path);
  if (typeof status === 'string') return status;
  const { response } = status;
  if (response.status < 300 || response.status === 404 || response.status === 410) return undefined;
  return `the server answered ${response.status} to its deletion`;
}

async function swept(entry: LedgerEntry, setting: TeardownSetting): Promise<string | undefined> {
  const exchange = await ask(setting, entry, 'listCustomers', 'GET', '/v1/customers');
  if (typeof exchange === 'string') return exchange;
  const list = jsonOf(exchange);
  if (!Array.isArray(list)) return `the list of customers was answered with ${exchange.response.status}`;
  let reason: string | undefined;
  for (const customer of list) {
    const id: unknown =
      typeof customer === 'object' && customer !== null ? Reflect.get(customer, 'id') : undefined;
    if (typeof id !== 'string' || id === '' || !JSON.stringify(customer).includes(entry.tag)) continue;
    reason = (await removed(`/v1/customers/${encodeURIComponent(id)}`, entry, setting)) ?? reason;
  }
  return reason;
}

async function ask(
  { wire, credentials, otherCredentials }: TeardownSetting,
  { client }: LedgerEntry,
  operation: 'deleteCustomer' | 'listCustomers',
  method: string,
  path: string,
): Promise<Awaited<ReturnType<Wire['send']>> | string> {
  if (client === 'other' && otherCredentials === undefined)
    return 'the credentials of its client are not given';
  const access = client === 'other' ? 'other-client' : 'valid';
  try {
    return await wire.send({
      operation,
      method,
      path,
      headers: authorization(access, credentials, otherCredentials),
    });
  } catch (error) {
    if (error instanceof NoAnswerError || error instanceof StopError) return error.message;
    throw error;
  }
}
