/** What a review says, as one value: the pages and the exit code are made of it and of nothing else. */
import type { Change } from './change.ts';
import type { ExampleChange } from './examples.ts';
import type { Bump, Level } from './level.ts';
import type { Provenance } from './provenance.ts';
import type { AccountedFinding } from './second-opinion.ts';
import type { SurfaceChange } from './surface/surface.ts';

export interface ReviewedVersion {
  readonly label: string;
  /** `info.version`. */
  readonly version: string;
}

export interface ReviewedChange extends Change {
  /** `openapi/paths/customers.yaml:12`. */
  readonly place: string;
  /** The change as a consumer is told it. */
  readonly words: string;
  /** Languages whose generated code stops compiling or stops finding what it names. */
  readonly languages: readonly string[];
}

export interface LintDelta {
  readonly before: number;
  readonly after: number;
  /** Findings that the old version does not have. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

export type SecondOpinion =
  | { readonly ran: true; readonly version: string; readonly findings: readonly AccountedFinding[] }
  | { readonly ran: false; readonly why: string };

export interface ReviewReport {
  readonly old: ReviewedVersion;
  readonly new: ReviewedVersion;
  readonly verdict: Level;
  readonly requiredBump: Bump;
  /** `undefined` where the versions cannot be ordered. */
  readonly actualBump: Bump | undefined;
  /** Whether the version rose as far as the verdict asks. */
  readonly sufficient: boolean;
  readonly changes: readonly ReviewedChange[];
  readonly surface: readonly SurfaceChange[];
  readonly examples: readonly ExampleChange[];
  /** Names of the places where only words changed. */
  readonly prose: readonly string[];
  /** Absent where the new version has no ledger beside it. */
  readonly provenance: Provenance | undefined;
  readonly secondOpinion: SecondOpinion;
  /** Absent where lint was not run. */
  readonly lint: LintDelta | undefined;
}

/** 1 where something breaks and the version does not say so; else 0. */
export function exitCode({ verdict, sufficient }: ReviewReport): 0 | 1 {
  return (verdict === 'codegen-breaking' || verdict === 'wire-breaking') && !sufficient ? 1 : 0;
}
