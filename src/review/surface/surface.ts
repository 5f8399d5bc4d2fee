/** The codegen surface of a document in every language, as entries, as text, and as the difference between two versions. */
import type { OpenApiDocument } from '../../contract/document.ts';
import type { SurfaceEntry, SurfaceLanguage } from './entry.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { surfaceModel } from './model.ts';
import { python } from './python.ts';
import { typescript } from './typescript.ts';

export const LANGUAGES: readonly SurfaceLanguage[] = [typescript, java, go, python];

/** What one language loses, gains or sees otherwise. */
export interface SurfaceChange {
  readonly language: string;
  readonly key: string;
  readonly pointer: string;
  /** Every place that a change of it may be reported at, of both sides. */
  readonly places: readonly string[];
  readonly side: 'old' | 'new';
  readonly before: string;
  readonly after: string;
  /** Whether code that was written against the old surface stops compiling, or stops finding what it names. */
  readonly breaking: boolean;
}

/** The text of one language: an operation or a model at the margin, its parts below it. */
export function surfaceText(document: OpenApiDocument, language: SurfaceLanguage): string {
  const lines = language.entries(surfaceModel(document)).map(({ key, owner, text }, index) => {
    if (key !== owner) return `  ${text}`;
    return index > 0 ? `\n${text}` : text;
  });
  return `# The contract as ${language.name} sees it (${language.generators})\n\n${lines.join('\n')}\n`;
}

export function surfaceChanges(before: OpenApiDocument, after: OpenApiDocument): readonly SurfaceChange[] {
  return LANGUAGES.flatMap((language) => {
    const [old, now] = [entriesOf(before, language), entriesOf(after, language)];
    // Of what goes or comes as a whole, its name says it all.
    const stays = ({ key, owner }: SurfaceEntry, there: ReadonlyMap<string, SurfaceEntry>): boolean =>
      key === owner || there.has(owner);
    const gone = [...old.values()]
      .filter((entry) => stays(entry, now))
      .flatMap((entry) => {
        const other = now.get(entry.key);
        if (other === undefined) return [change(language, entry, undefined)];
        return other.text === entry.text ? [] : [change(language, entry, other)];
      });
    const come = [...now.values()].filter((entry) => !old.has(entry.key) && stays(entry, old));
    return [...gone, ...come.map((entry) => change(language, undefined, entry))];
  });
}

/** One version is often compared with many others, so what was made of it is kept while it lives. */
const kept = new WeakMap<OpenApiDocument, Map<SurfaceLanguage, ReadonlyMap<string, SurfaceEntry>>>();

function entriesOf(document: OpenApiDocument, language: SurfaceLanguage): ReadonlyMap<string, SurfaceEntry> {
  const own = kept.get(document) ?? new Map<SurfaceLanguage, ReadonlyMap<string, SurfaceEntry>>();
  kept.set(document, own);
  let found = own.get(language);
  if (found === undefined) {
    found = new Map(language.entries(surfaceModel(document)).map((entry) => [entry.key, entry]));
    own.set(language, found);
  }
  return found;
}

function change(
  { name, stillCompiles }: SurfaceLanguage,
  before: SurfaceEntry | undefined,
  after: SurfaceEntry | undefined,
): SurfaceChange {
  const where = after ?? before;
  return {
    language: name,
    key: where?.key ?? '',
    pointer: where?.pointer ?? '',
    places: [before, after].flatMap((entry) =>
      entry === undefined ? [] : [entry.pointer, entry.definition],
    ),
    side: after === undefined ? 'old' : 'new',
    before: before?.text ?? '',
    after: after?.text ?? '',
    breaking: before !== undefined && (after === undefined || !stillCompiles(before, after)),
  };
}
