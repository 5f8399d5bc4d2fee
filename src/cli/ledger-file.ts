/**
 * The cleanup ledger on disk: one JSON line for each thing that a check is about to create or has removed. A line is on the disk
 * before the request leaves, so that even a killed check can be cleaned up after.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { type CleanupLedger, type LedgerEntry, memoryLedger } from '../contract/run/ledger.ts';

const FORMAT = 1;

type Event = 'add' | 'remove';

/** The ledger cannot be used; the message names the file and the line. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

export interface LedgerFile extends CleanupLedger {
  /** Base address of the server that the ledger speaks of. */
  readonly url: string;
  /** Closes the file, and removes it when nothing is left to clean up. Resolves to whether something is. */
  close(): Promise<boolean>;
}

/**
 * Starts a ledger.
 *
 * @throws LedgerError where the file exists already: it may hold what another check has left behind.
 */
export function createLedgerFile(file: string, url: string): LedgerFile {
  if (existsSync(file)) {
    throw new LedgerError(
      `${file} exists: clean up with plexo-customers check --cleanup ${file}, or name another`,
    );
  }
  const descriptor = openSync(file, 'wx', 0o600);
  writeLine(descriptor, { format: FORMAT, url });
  return ledgerOver(file, descriptor, url, memoryLedger());
}

/**
 * Opens a ledger that an earlier check has left behind.
 *
 * @throws LedgerError where it does not exist or a line of it cannot be read.
 */
export async function openLedgerFile(file: string): Promise<LedgerFile> {
  if (!existsSync(file)) throw new LedgerError(`the ledger ${file} does not exist`);
  const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
  const { format, url } = parsed(head ?? '', file, 1);
  if (format !== FORMAT || typeof url !== 'string') throw new LedgerError(`${file} is no cleanup ledger`);
  const memory = memoryLedger();
  for (const [index, text] of lines.entries()) {
    // The last line may have been cut off by a crash; what it would have said did not happen yet.
    if (text === '' || (index === lines.length - 1 && !isJson(text))) continue;
    const [event, entry] = lineOf(parsed(text, file, index + 2), `${file}:${index + 2}`);
    await memory[event](entry);
  }
  return ledgerOver(file, openSync(file, 'a'), url, memory);
}

function ledgerOver(file: string, descriptor: number, url: string, memory: CleanupLedger): LedgerFile {
  const note = (event: Event, entry: LedgerEntry): Promise<void> | void => {
    writeLine(descriptor, { event, ...entry });
    return memory[event](entry);
  };
  return {
    url,
    add: (entry) => note('add', entry),
    remove: (entry) => note('remove', entry),
    open: () => memory.open(),
    async close() {
      closeSync(descriptor);
      const left = (await memory.open()).length > 0;
      if (!left) rmSync(file, { force: true });
      return left;
    },
  };
}

function writeLine(descriptor: number, line: object): void {
  writeSync(descriptor, `${JSON.stringify(line)}\n`);
  fsyncSync(descriptor);
}

function lineOf(value: Readonly<Record<string, unknown>>, place: string): readonly [Event, LedgerEntry] {
  const { event, tag, client, path } = value;
  if (event !== 'add' && event !== 'remove') {
    throw new LedgerError(`${place}: unknown event ${JSON.stringify(event)}`);
  }
  if (typeof tag !== 'string') throw new LedgerError(`${place}: the line has no tag`);
  if (client !== 'main' && client !== 'other') throw new LedgerError(`${place}: the line names no client`);
  return [event, typeof path === 'string' ? { tag, client, path } : { tag, client }];
}

function parsed(text: string, file: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return Object.fromEntries(Object.entries(value ?? {}));
  } catch (cause) {
    throw new LedgerError(`${file}:${number}: the line is not JSON`, { cause });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
