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

/** One badge of an element: how it is supported, by which source, and what is open about it. */
export interface ProvenanceMark {
  readonly kind: EntryKind;
  /** Title of the source; empty for an assumption, which its question explains. */
  readonly source: string;
  readonly question?: string;
}

/** The badges of a place: one for each source that supports it, one for each question behind an assumption. */
export function marksAt(ledger: Ledger, place: string): readonly ProvenanceMark[] {
  const marks = entriesFor(ledger, place).flatMap(({ kind, source, question }): ProvenanceMark[] => {
    if (kind === 'assumption') return [{ kind, source: '', ...(question === undefined ? {} : { question }) }];
    return source.map((id) => ({ kind, source: ledger.sources[id]?.title ?? id }));
  });
  const distinct = new Map(marks.map((mark) => [JSON.stringify(mark), mark]));
  return [...distinct.values()].sort((a, b) => ENTRY_KINDS.indexOf(a.kind) - ENTRY_KINDS.indexOf(b.kind));
}
