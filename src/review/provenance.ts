/** Where the new elements of a version come from, as far as the ledger beside its sources says. */
import { parse } from 'yaml';
import { segmentsOf } from '../contract/pointer.ts';
import type { Change } from './change.ts';
import { SpecError } from './files.ts';
import { NEW_ELEMENTS } from './rules.ts';

/** What the review reads of a ledger; `npm run ledger` checks all of it. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: string;
  readonly says: string;
  readonly pointers: readonly string[];
  readonly question: string | undefined;
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** What is asked, by the id of the question. */
  readonly questions: Readonly<Record<string, string>>;
}

export interface NewElement {
  readonly name: string;
  readonly pointer: string;
  /** Kind and id of each entry that answers for it; empty where nothing does. */
  readonly answers: readonly string[];
}

export interface Provenance {
  readonly elements: readonly NewElement[];
  /** Entries that were not there before and are called an assumption, with the question that each leaves open. */
  readonly assumptions: readonly { readonly says: string; readonly question: string }[];
}

/** @throws SpecError where the ledger is no YAML. */
export function ledgerOf(text: string, label: string): Ledger {
  const root = read(text, label);
  return {
    entries: list(root, 'entries').map((entry) => ({
      id: word(entry, 'id'),
      kind: word(entry, 'kind'),
      says: word(entry, 'says'),
      pointers: list(entry, 'pointers').filter((place): place is string => typeof place === 'string'),
      question: word(entry, 'question') || undefined,
    })),
    questions: Object.fromEntries(
      list(root, 'questions').map((question) => [word(question, 'id'), word(question, 'question')]),
    ),
  };
}

/** @param now the ledger of the new version; without one nothing can be said. */
export function provenanceOf(
  changes: readonly Change[],
  old: Ledger | undefined,
  now: Ledger | undefined,
): Provenance | undefined {
  if (now === undefined) return undefined;
  const known = new Set(old?.entries.map(({ id }) => id));
  return {
    elements: changes
      .filter(({ rule, side }) => NEW_ELEMENTS.has(rule) && side === 'new')
      .map(({ name, pointer }) => ({
        name,
        pointer,
        answers: now.entries
          .filter(({ pointers }) => pointers.some((pattern) => matches(pattern, pointer)))
          .map(({ kind, id }) => `${kind}: ${id}`),
      })),
    assumptions: now.entries
      .filter(({ id, kind }) => kind === 'assumption' && !known.has(id))
      .map(({ says, question }) => ({ says, question: now.questions[question ?? ''] ?? '' })),
  };
}

/** `*` stands for exactly one segment. */
function matches(pattern: string, place: string): boolean {
  if (!pattern.startsWith('/')) return false;
  const [wanted, found] = [segmentsOf(pattern), segmentsOf(place)];
  return (
    wanted.length === found.length &&
    wanted.every((segment, index) => segment === '*' || segment === found[index])
  );
}

function read(text: string, label: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new SpecError(`the ledger of ${label} is not valid YAML: ${message}`);
  }
}

function list(value: unknown, key: string): readonly unknown[] {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return Array.isArray(found) ? found : [];
}

function word(value: unknown, key: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found.replaceAll(/\s+/g, ' ').trim() : '';
}
