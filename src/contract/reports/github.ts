/** The report for GitHub: workflow commands that annotate lines, and the Markdown of the step summary. */
import type { CheckReport, ReportedFinding } from '../report.ts';
import { counted } from './lines.ts';

/** GitHub shows no more than ten errors and ten warnings of a step. */
const SHOWN = 10;

/** One workflow command a finding; to be printed to standard output. */
export function githubAnnotations({ findings, verdict, failure }: CheckReport): string {
  const of = (severity: string): readonly ReportedFinding[] =>
    findings.filter((finding) => finding.severity === severity).slice(0, SHOWN);
  const lines = [...of('error'), ...of('warning')].map(
    ({ severity, rule, operation, status, at, expected, got, source }) => {
      const place =
        source === undefined ? '' : `file=${property(source.file)},line=${source.line},col=${source.column},`;
      const title = property(`${operation} ${status}: ${rule}`);
      return `::${severity} ${place}title=${title}::${data(`${at}: expected ${expected}, got ${got}`)}`;
    },
  );
  if (verdict === 'could_not_run')
    lines.unshift(`::error title=the check could not run::${data(failure ?? '')}`);
  return lines.join('\n');
}

const VERDICTS: Readonly<Record<CheckReport['verdict'], string>> = {
  kept: 'The contract is kept',
  breached: 'The contract is breached',
  could_not_run: 'The check could not run to its end',
};

/** Markdown for `GITHUB_STEP_SUMMARY`. */
export function githubSummary(report: CheckReport): string {
  const { verdict, failure, target, spec, findings, coverage, notApplicable, requests } = report;
  const reachable = coverage.items.filter(({ unreachable }) => unreachable === undefined);
  const seen = reachable.filter(({ witnessed }) => witnessed > 0).length;
  const rows = findings.map(
    ({ severity, rule, operation, status, at, expected, got, fingerprint }) =>
      `| ${[severity, rule, `${operation} ${status}`, at, expected, got, fingerprint].map(cell).join(' | ')} |`,
  );
  return [
    `## ${VERDICTS[verdict]}`,
    '',
    ...(failure === undefined ? [] : [cell(failure), '']),
    `${cell(target.label)} against ${cell(spec.title)} ${spec.version}: ${counted(requests, 'request')}, witnessed ${seen} of ${reachable.length}, ` +
      `${counted(notApplicable.length, 'rule')} not applicable.`,
    '',
    ...(rows.length === 0
      ? []
      : [
          '| severity | rule | answer | at | expected | got | fingerprint |',
          '|---|---|---|---|---|---|---|',
          ...rows,
          '',
        ]),
  ].join('\n');
}

/** A cell of a Markdown table: what a server sent must not become markup, nor end the cell. */
function cell(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll('`', "'");
  return plain === '' ? '' : `\`${plain.replaceAll('|', '\\|')}\``;
}

/** The message of a workflow command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
