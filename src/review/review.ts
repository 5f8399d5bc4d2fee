/** Two versions of the contract in, one report out; pure: reading, running oasdiff and lint are the caller's. */
import type { OpenApiDocument } from '../contract/document.ts';
import { type Change, shown, type Versions } from './change.ts';
import { compareDocuments } from './compare/compare.ts';
import { type ExampleJudge, exampleChanges } from './examples.ts';
import { actualBump, LEVELS, type Level, requiredBump, suffices, worst } from './level.ts';
import type { OasdiffRun } from './oasdiff.ts';
import { nameOf } from './place.ts';
import { proseChanges } from './prose.ts';
import { type Ledger, provenanceOf } from './provenance.ts';
import type { LintDelta, ReviewedChange, ReviewReport } from './report.ts';
import { NEW_ELEMENTS, RULES, WITHOUT_TRACE } from './rules.ts';
import { accounted, unexplained } from './second-opinion.ts';
import { type SurfaceChange, surfaceChanges } from './surface/surface.ts';

export interface ReviewedSide {
  readonly label: string;
  readonly document: OpenApiDocument;
  /** Where a place of the document is written. */
  placeOf(pointer: string): string;
  readonly ledger?: Ledger | undefined;
}

export interface ReviewInput {
  readonly old: ReviewedSide;
  readonly new: ReviewedSide;
  readonly oasdiff: OasdiffRun;
  /** Absent where nothing can judge examples. */
  readonly judge?: ExampleJudge | undefined;
  readonly lint?: LintDelta | undefined;
}

export function review({ old, new: now, oasdiff, judge, lint }: ReviewInput): ReviewReport {
  const versions: Versions = { old: old.document, new: now.document };
  const surface = surfaceChanges(old.document, now.document);
  const found = withSurface(compareDocuments(versions), surface, versions);
  const findings = accounted(
    oasdiff,
    found.map(({ change }) => change),
  );
  const blind = unexplained(findings).map(({ text, operation }) => ({
    change: reportedByOasdiff(text, operation),
    languages: [],
  }));
  const changes = [...found, ...blind]
    .map(({ change, languages }): ReviewedChange => {
      const side = change.side === 'old' ? old : now;
      return { ...change, place: side.placeOf(change.pointer), words: wordsOf(change), languages };
    })
    .sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  const verdict = worst(changes.map(({ level }) => level));
  const [from, to] = [old.document.info.version, now.document.info.version];
  const required = requiredBump(verdict, from);
  const actual = actualBump(from, to);
  return {
    old: { label: old.label, version: from },
    new: { label: now.label, version: to },
    verdict,
    requiredBump: required,
    actualBump: actual,
    sufficient: suffices(actual, required),
    changes,
    surface,
    examples: exampleChanges(old.document, now.document, judge),
    prose: proseChanges(old.document, now.document).map((place) => nameOf(now.document, place)),
    provenance: provenanceOf(changes, old.ledger, now.ledger),
    secondOpinion: oasdiff.ran ? { ran: true, version: oasdiff.version, findings } : oasdiff,
    lint,
  };
}

interface Found {
  readonly change: Change;
  readonly languages: readonly string[];
}

/**
 * Gives each change the languages in which it breaks generated code, and raises a change that only looked harmless. What the
 * surface shows and no rule explains is a change of its own: nothing that breaks a compiler may stay unsaid.
 */
function withSurface(
  changes: readonly Change[],
  surface: readonly SurfaceChange[],
  versions: Versions,
): readonly Found[] {
  const breaking = surface.filter((change) => change.breaking);
  const explained = new Set<SurfaceChange>();
  const found = changes.map((change): Found => {
    // What is new takes nothing away; a break beside it belongs to another change.
    const isNew = change.level === 'additive' && NEW_ELEMENTS.has(change.rule);
    if (isNew || WITHOUT_TRACE.has(change.rule)) return { change, languages: [] };
    const touched = breaking.filter(({ places }) => places.some((place) => isWithin(place, change.pointer)));
    for (const one of touched) explained.add(one);
    const languages = [...new Set(touched.map(({ language }) => language))];
    const raised = languages.length > 0 && LEVELS.indexOf(change.level) < LEVELS.indexOf('codegen-breaking');
    return { change: raised ? { ...change, level: 'codegen-breaking' } : change, languages };
  });
  const rest = breaking.filter((change) => !explained.has(change));
  return [...found, ...unexplainedSurface(rest, versions)];
}

/** A change of a part concerns the declaration that holds it, and a change of the whole all its parts. */
function isWithin(place: string, other: string): boolean {
  return place === other || place.startsWith(`${other}/`) || other.startsWith(`${place}/`);
}

function unexplainedSurface(surface: readonly SurfaceChange[], versions: Versions): readonly Found[] {
  const byPlace = new Map<string, SurfaceChange[]>();
  for (const one of surface) {
    const place = `${one.side} ${one.pointer}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
  }
  return [...byPlace.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const change: Change = {
      rule: 'generated-name-changed',
      level: 'codegen-breaking',
      direction: 'document',
      pointer: first.pointer,
      side: first.side,
      name: nameOf(versions[first.side], first.pointer),
      before: shown(first.before),
      after: shown(first.after || 'nothing'),
      warning: false,
      operations: [],
    };
    return [{ change, languages: [...new Set(group.map(({ language }) => language))] }];
  });
}

function reportedByOasdiff(text: string, operation: string): Change {
  const level: Level = 'wire-breaking';
  return {
    rule: 'reported-by-oasdiff',
    level,
    direction: 'document',
    pointer: '',
    side: 'new',
    name: operation || 'the document',
    before: '',
    after: text,
    warning: true,
    operations: operation === '' ? [] : [operation],
  };
}

/** The words of the rule with the change's own names; a value that is not there reads as "nothing". */
function wordsOf({ rule, name, before, after }: Change): string {
  const values: Readonly<Record<string, string>> = { name, before, after };
  return RULES[rule].words.replaceAll(/\{(name|before|after)\}/g, (_, key: string) =>
    key === 'name' ? `\`${name}\`` : `\`${values[key] || 'nothing'}\``,
  );
}
