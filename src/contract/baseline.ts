/**
 * A baseline: findings that somebody has accepted for a while. New findings fail, accepted ones do not until their day is over,
 * and one that is no longer found must leave the file, so that it cannot hide a later one.
 */
import type { CheckReport, ReportedFinding } from './report.ts';

export interface BaselineEntry {
  /** 16 hexadecimal digits, as a report prints them. */
  readonly fingerprint: string;
  /** Who has promised to mend it. */
  readonly owner: string;
  /** Last day on which it is accepted, `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason?: string | undefined;
}

/** The baseline cannot be used; the message names the entry and what is wrong with it. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/**
 * @param text JSON: `{"findings":[{"fingerprint","owner","until","reason"}]}`.
 * @throws BaselineError
 */
export function parseBaseline(text: string): readonly BaselineEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new BaselineError(`the baseline is not JSON: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  const findings: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'findings') : undefined;
  if (!Array.isArray(findings))
    throw new BaselineError('the baseline must be an object with a list "findings"');
  const entries = findings.map(entryOf);
  const prints = entries.map(({ fingerprint }) => fingerprint);
  const twice = prints.find((print, index) => prints.indexOf(print) !== index);
  if (twice !== undefined) throw new BaselineError(`findings: ${twice} stands there twice`);
  return entries;
}

function entryOf(value: unknown, index: number): BaselineEntry {
  const member = (name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const text = (name: string, form: RegExp, words: string): string => {
    const found = member(name);
    if (typeof found === 'string' && form.test(found)) return found;
    throw new BaselineError(
      `findings[${index}].${name} must be ${words}, got ${JSON.stringify(found) ?? 'nothing'}`,
    );
  };
  const reason = member('reason');
  const until = text('until', /^\d{4}-\d{2}-\d{2}$/, 'a day, YYYY-MM-DD');
  if (Number.isNaN(Date.parse(until)))
    throw new BaselineError(`findings[${index}].until is no day: ${until}`);
  return {
    fingerprint: text('fingerprint', /^[0-9a-f]{16}$/, '16 hexadecimal digits'),
    owner: text('owner', /\S/, 'a name'),
    until,
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

export interface BaselineOutcome {
  /** The report with the verdict that the baseline makes of it. */
  readonly report: CheckReport;
  readonly accepted: readonly ReportedFinding[];
  /** One sentence for each entry that is over or that nothing matches any more; each of them fails the run. */
  readonly complaints: readonly string[];
}

/**
 * Holds a report to a baseline.
 *
 * @param today `YYYY-MM-DD`.
 */
export function applyBaseline(
  report: CheckReport,
  baseline: readonly BaselineEntry[],
  today: string,
): BaselineOutcome {
  const found = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
  const expired = baseline.filter(({ fingerprint, until }) => found.has(fingerprint) && until < today);
  // A run that broke off has not looked everywhere.
  const fixed =
    report.verdict === 'could_not_run' ? [] : baseline.filter(({ fingerprint }) => !found.has(fingerprint));
  const valid = new Set(baseline.filter(({ until }) => until >= today).map(({ fingerprint }) => fingerprint));
  const complaints = [
    ...expired.map(
      ({ fingerprint, owner, until }) => `${fingerprint} was accepted until ${until}; ask ${owner}`,
    ),
    ...fixed.map(({ fingerprint }) => `${fingerprint} is no longer found: take it out of the baseline`),
  ];
  const failing = report.findings.some(
    ({ severity, fingerprint }) => severity === 'error' && !valid.has(fingerprint),
  );
  const verdict =
    report.verdict === 'could_not_run'
      ? 'could_not_run'
      : failing || complaints.length > 0
        ? 'breached'
        : 'kept';
  return {
    report: {
      ...report,
      verdict,
      findings: report.findings.filter(({ fingerprint }) => !valid.has(fingerprint)),
    },
    accepted: report.findings.filter(({ fingerprint }) => valid.has(fingerprint)),
    complaints,
  };
}
