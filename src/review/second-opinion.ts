/** What oasdiff found, held against the review's own changes: each break is confirmed, or counts by itself. */
import type { Change } from './change.ts';
import { isBreaking } from './level.ts';
import type { OasdiffFinding, OasdiffRun } from './oasdiff.ts';

export interface AccountedFinding {
  readonly id: string;
  readonly text: string;
  readonly severity: 'error' | 'warning';
  readonly operation: string;
  /** Rules of the review that found a break at the same operation; empty where none did. */
  readonly confirmedBy: readonly string[];
}

const SEVERITY: Readonly<Record<number, AccountedFinding['severity']>> = { 2: 'warning', 3: 'error' };

/** Warnings and errors; what oasdiff calls information is left to the review. */
export function accounted(run: OasdiffRun, changes: readonly Change[]): readonly AccountedFinding[] {
  if (!run.ran) return [];
  return run.findings.flatMap((finding) => {
    const severity = SEVERITY[finding.level];
    if (severity === undefined) return [];
    return [
      {
        id: finding.id,
        text: finding.text,
        severity,
        operation: operationOf(finding),
        confirmedBy: rulesAt(finding, changes),
      },
    ];
  });
}

function operationOf({ operationId, operation, path }: OasdiffFinding): string {
  return operationId ?? [operation, path].filter((part) => part !== undefined).join(' ');
}

/** A break at the same operation explains a finding when the finding names what the break is about. */
function rulesAt(finding: OasdiffFinding, changes: readonly Change[]): readonly string[] {
  const operation = operationOf(finding);
  const rules = changes
    .filter(({ level, operations, before, after }) => {
      if (!isBreaking(level)) return false;
      return (
        operation === '' || operations.length === 0 || [...operations, before, after].includes(operation)
      );
    })
    .filter((change) => speaksOf(finding.text, change))
    .map(({ rule }) => rule);
  return [...new Set(rules)];
}

/** oasdiff writes names and values in backticks, and properties as a path such as `items/phone`. */
function speaksOf(text: string, { name, before, after, operations }: Change): boolean {
  const words = new Set(
    [...text.matchAll(/`([^`]*)`/g)].flatMap(([, quoted = '']) => [quoted, ...quoted.split('/')]),
  );
  const own = [before, after, ...name.split(/[. ]/), ...operations].filter((word) => word !== '');
  // Of a body or a security scheme as a whole oasdiff names nothing.
  return own.some((word) => words.has(word)) || /\b(body|security|media type|api)\b/i.test(text);
}

/** An error that nothing of the review explains is taken at its word. */
export function unexplained(findings: readonly AccountedFinding[]): readonly AccountedFinding[] {
  return findings.filter(({ severity, confirmedBy }) => severity === 'error' && confirmedBy.length === 0);
}
