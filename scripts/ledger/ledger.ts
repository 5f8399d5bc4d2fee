/** The provenance ledger as data: where each element of the spec comes from, and what is still unknown. */
import type { IndexedStatement } from './statements.ts';

/** How an element is supported, strongest first. */
export const ENTRY_KINDS = ['guide', 'documented', 'observed', 'rfc', 'assumption'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface LedgerStatement extends IndexedStatement {
  /** The component example that equals the JSON value of this code block. */
  readonly example?: string;
}

export interface Guide {
  readonly title: string;
  readonly url: string;
  /** The day on which the text was read, `YYYY-MM-DD`. */
  readonly read: string;
  /** Digest of the whole list of statements. */
  readonly digest: string;
  readonly statements: readonly LedgerStatement[];
}

export interface Source {
  readonly title: string;
  readonly kind: 'documented' | 'observed';
  readonly url?: string;
}

export interface Question {
  readonly id: string;
  readonly question: string;
  readonly known: string;
  readonly chosen: string;
  readonly reason: string;
  /** What an answer would change. */
  readonly changes: string;
  /** Where the sources disagree with each other, both sides. */
  readonly contradiction?: string;
}

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly source: readonly string[];
  readonly statement: readonly string[];
  readonly says: string;
  readonly pointers: readonly string[];
  readonly proofs: readonly string[];
  readonly notContractual?: string;
  readonly question?: string;
}

export interface Ledger {
  readonly guide: Guide;
  readonly sources: Readonly<Record<string, Source>>;
  readonly questions: readonly Question[];
  readonly entries: readonly Entry[];
}

/** Something wrong with the ledger: where, what, and what to do about it. */
export interface Finding {
  readonly place: string;
  readonly what: string;
  readonly todo: string;
}
