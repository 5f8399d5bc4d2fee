/** Which entries speak of a place of the spec. */
import { ENTRY_KINDS, type Entry, type EntryKind, type Ledger } from './ledger.ts';
import { matches } from './patterns.ts';

/** The entries that name this very place, in the ledger's order; those of an enclosing element do not count. */
export function entriesFor(ledger: Ledger, place: string): readonly Entry[] {
  return ledger.entries.filter((entry) => entry.pointers.some((pattern) => matches(pattern, place)));
}

/** The kinds of provenance of a place, strongest first; empty when the ledger does not know the place. */
export function provenanceOf(ledger: Ledger, place: string): readonly EntryKind[] {
  const kinds = new Set(entriesFor(ledger, place).map((entry) => entry.kind));
  return ENTRY_KINDS.filter((kind) => kinds.has(kind));
}
