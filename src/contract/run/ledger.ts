/**
 * The cleanup ledger: what a check is about to create and has created, so that it can be removed even by another process.
 * An entry is added before the request that may create something, because an answer can be lost.
 */
export interface LedgerEntry {
  /** Every record of a run carries this text in one of its properties; it finds those whose answer was lost. */
  readonly tag: string;
  /** Whose credentials remove it. */
  readonly client: 'main' | 'other';
  /**
   * Path of the customer, relative to the base address. The entry without one says that customers with the tag may exist; it is
   * removed last, when the list of customers has been searched for them.
   */
  readonly path?: string | undefined;
}

export interface CleanupLedger {
  /** Resolves when the entry would survive the end of the process. The same entry may be added again. */
  add(entry: LedgerEntry): Promise<void> | void;
  /** What the entry speaks of is gone. */
  remove(entry: LedgerEntry): Promise<void> | void;
  /** What may still exist, in the order in which it was added. */
  open(): Promise<readonly LedgerEntry[]> | readonly LedgerEntry[];
}

/** Two entries with the same key are the same entry. */
export function ledgerKey({ tag, client, path = '' }: LedgerEntry): string {
  return `${client} ${tag} ${path}`;
}

/** A ledger that lives as long as the process. */
export function memoryLedger(): CleanupLedger {
  const entries = new Map<string, LedgerEntry>();
  return {
    add: (entry) => void entries.set(ledgerKey(entry), entry),
    remove: (entry) => void entries.delete(ledgerKey(entry)),
    open: () => [...entries.values()],
  };
}
