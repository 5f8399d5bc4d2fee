/**
 * The report for a terminal: what was asked, what was found, what could not be tried, and the verdict last. Control characters
 * that a server sent are shown and not obeyed, so that it cannot paint the report.
 */
import type { CheckReport, NotApplicable, ProbeResult, ReportedFinding, SourceLocation } from '../report.ts';
import { counted, type Paint, wrapped } from './lines.ts';
import { visible } from './markup.ts';

const INDENT = '            ';

/** @returns the whole report; no line is longer than 80 columns unless a word in it is. */
export function textReport(report: CheckReport, p: Paint): string {
  return [
    heading(report, p),
    ...report.findings.map((finding) => findingBlock(finding, p)),
    probesBlock(report.probes, p),
    notApplicableBlock(report.notApplicable, p),
    coverageBlock(report, p),
    leftoversBlock(report, p),
    verdictLine(report, p),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function heading({ spec, target, seed, planHash, requests }: CheckReport, p: Paint): string {
  const memory = target.stateful === undefined ? '' : target.stateful ? ', keeps state' : ', keeps no state';
  return [
    `${p.bold(target.label)}${memory}`,
    p.dim(`${spec.title} ${spec.version}, spec ${spec.sha256.slice(0, 12)}`),
    p.dim(
      planHash === ''
        ? `${counted(requests, 'exchange')} judged`
        : `${counted(requests, 'request')}, seed ${seed}, plan ${planHash.slice(0, 12)}`,
    ),
  ].join('\n');
}

function findingBlock(finding: ReportedFinding, p: Paint): string {
  const { severity, rule, operation, status, at, expected, got, occurrences, evidence } = finding;
  const mark = severity === 'error' ? p.bad('BREACH ') : p.bold('warning');
  const often = occurrences > 1 ? p.dim(`  (${occurrences} times)`) : '';
  return [
    `${mark} ${operation} ${status === 0 ? '' : `${status} `}${visible(at)}: ${rule}${often}`,
    ...field('expected', expected),
    ...field('got', got),
    ...field('contract', placeOf(finding)),
    ...field('case', `${finding.case}  ${finding.fingerprint}`),
    ...(evidence === undefined ? [] : [`  ${'repeat'.padEnd(10)}${visible(evidence.curl)}`]),
  ].join('\n');
}

function field(name: string, value: string): readonly string[] {
  const [first = '', ...rest] = wrapped(visible(value), INDENT);
  return [`  ${name.padEnd(10)}${first.trimStart()}`, ...rest];
}

/** File and line where they are known, and the pointer always. */
export function placeOf({
  spec,
  source,
}: {
  readonly spec: string;
  readonly source?: SourceLocation;
}): string {
  return source === undefined ? spec : `${source.file}:${source.line}:${source.column} ${spec}`;
}

function probesBlock(probes: readonly ProbeResult[], p: Paint): string {
  const observed = probes.filter(({ outcome }) => outcome === 'observed');
  if (observed.length === 0) return '';
  const lines = observed.flatMap(({ question, answer, agrees, change }) => [
    ...wrapped(visible(`${agrees === false ? 'differs' : 'agrees '} ${question}: ${answer}`), '  '),
    ...(change === undefined ? [] : wrapped(`spec change: ${change}`, '          ')),
  ]);
  const open = probes.length - observed.length;
  return [
    p.bold('What this server does where the guide is silent'),
    ...lines,
    p.dim(`  ${counted(open, 'question')} stay open`),
  ].join('\n');
}

/** Grouped by reason: a stateless target says the same of every stateful rule. */
function notApplicableBlock(list: readonly NotApplicable[], p: Paint): string {
  if (list.length === 0) return '';
  const lines = [...grouped(list)].flatMap(([reason, rules]) => [
    ...wrapped(`${reason}:`, '  '),
    ...wrapped(rules.map(({ rule }) => rule).join(', '), '    '),
  ]);
  return [
    p.bold(`Not applicable: ${counted(list.length, 'rule')}, neither passed nor failed`),
    ...lines,
  ].join('\n');
}

function grouped(list: readonly NotApplicable[]): ReadonlyMap<string, readonly NotApplicable[]> {
  const groups = new Map<string, readonly NotApplicable[]>();
  for (const one of list) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return groups;
}

const GAPS_SHOWN = 10;

function coverageBlock({ coverage }: CheckReport, p: Paint): string {
  const reachable = coverage.items.filter(({ unreachable }) => unreachable === undefined);
  if (reachable.length === 0) return '';
  const seen = reachable.filter(({ witnessed }) => witnessed > 0).length;
  const shown = coverage.gaps.slice(0, GAPS_SHOWN).map((gap) => p.dim(`  not witnessed: ${gap}`));
  const more = coverage.gaps.length - shown.length;
  return [
    `${p.bold('Witnessed')} ${seen} of ${reachable.length} things that the contract describes`,
    ...shown,
    ...(more > 0 ? [p.dim(`  and ${more} more (--report json=FILE lists them)`)] : []),
  ].join('\n');
}

function leftoversBlock({ leftovers }: CheckReport, p: Paint): string {
  if (leftovers.length === 0) return '';
  const lines = leftovers.flatMap(({ kind, path, reason }) =>
    wrapped(visible(`${kind} ${path}: ${reason}`), '  '),
  );
  return [
    p.bad(`Left behind: ${counted(leftovers.length, 'record')}; remove them with --cleanup`),
    ...lines,
  ].join('\n');
}

function verdictLine({ verdict, failure, findings, elapsedMs }: CheckReport, p: Paint): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const found = `${counted(errors, 'breach', 'breaches')}, ${counted(warnings, 'warning')}`;
  const time = `${(elapsedMs / 1000).toFixed(1)} s`;
  if (verdict === 'could_not_run') {
    return [
      p.bad(`COULD NOT RUN to the end (${found} until then, ${time})`),
      ...wrapped(visible(failure ?? ''), '  '),
    ].join('\n');
  }
  return verdict === 'kept' ? p.good(`KEPT: ${found} (${time})`) : p.bad(`BREACHED: ${found} (${time})`);
}
