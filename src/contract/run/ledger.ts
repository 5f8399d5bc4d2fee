/**
 * The cleanup ledger: what a check is about to create and has created, so that it can be removed even by another process.
 * A line is written before the request that may create something, because an answer can be lost.
 */
export interface LedgerEntry {
  /** The tag that the created record carries as its `referenceId`; finds it again when the answer was lost. */
  readonly tag: string;
  readonly kind: 'customer';
  /** Path of the created resource, relative to the base address; absent until the answer told it. */
  readonly path?: string | undefined;
}

export interface CleanupLedger {
  /** Before the request: something with this tag may come to exist. */
  intend(tag: string): Promise<void> | void;
  /** After the answer: it exists at this path. A tag may come to have several. */
  created(tag: string, path: string): Promise<void> | void;
  /** It is gone: removed, or refused and so never there. Without a path, everything of the tag. */
  removed(tag: string, path?: string): Promise<void> | void;
  /** What may still exist. */
  open(): Promise<readonly LedgerEntry[]> | readonly LedgerEntry[];
}

/** A ledger that lives as long as the process. */
export function memoryLedger(): CleanupLedger {
  const tags = new Map<string, Set<string>>();
  return {
    intend: (tag) => void (tags.has(tag) || tags.set(tag, new Set())),
    created: (tag, path) => void tags.set(tag, new Set([...(tags.get(tag) ?? []), path])),
    removed(tag, path) {
      const paths = tags.get(tag);
      if (path !== undefined) paths?.delete(path);
      if (path === undefined || paths === undefined || paths.size === 0) tags.delete(tag);
    },
    open: () =>
      [...tags].flatMap(([tag, paths]): readonly LedgerEntry[] =>
        paths.size === 0
          ? [{ tag, kind: 'customer' }]
          : [...paths].map((path) => ({ tag, kind: 'customer', path })),
      ),
  };
}
