/** The report as JUnit XML: a suite for each operation, a test case for each case that found something or passed. */
import type { CheckReport, ReportedFinding } from '../report.ts';
import { escaped as x } from './markup.ts';
import { placeOf } from './text.ts';

/** One test case of the XML. */
interface Entry {
  readonly suite: string;
  readonly name: string;
  readonly body: string;
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
}

/**
 * Warnings pass, with their text in `system-out`; what could not be tried is skipped; a check that could not run to its end
 * is an error.
 */
export function junitReport(report: CheckReport): string {
  const entries = [
    ...report.findings.map(findingEntry),
    ...notTried(report),
    ...witnessed(report),
    ...failure(report),
  ];
  const suites = [...new Set(entries.map(({ suite }) => suite))].map((suite) =>
    suiteXml(
      suite,
      entries.filter((entry) => entry.suite === suite),
    ),
  );
  const { elapsedMs, startedAt } = report;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="plexo-customers check" ${counts(entries)} time="${seconds(elapsedMs)}" timestamp="${x(startedAt)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function findingEntry(finding: ReportedFinding): Entry {
  const { severity, rule, operation, status, at, expected, got, evidence } = finding;
  const message = `expected ${expected}, got ${got}`;
  const text = [
    message,
    `contract ${placeOf(finding)}`,
    `fingerprint ${finding.fingerprint}`,
    evidence?.curl ?? '',
  ]
    .filter((line) => line !== '')
    .join('\n');
  const body =
    severity === 'error'
      ? `<failure type="${x(rule)}" message="${x(message)}">${x(text)}</failure>`
      : `<system-out>${x(`warning: ${text}`)}</system-out>`;
  return {
    suite: operation,
    name: `${finding.case}: ${rule} at ${status} ${at}`,
    body,
    kind: severity === 'error' ? 'failure' : 'passed',
  };
}

function notTried({ notApplicable }: CheckReport): readonly Entry[] {
  return notApplicable.map(({ rule, reason }) => ({
    suite: 'not applicable',
    name: rule,
    body: `<skipped message="${x(reason)}"/>`,
    kind: 'skipped',
  }));
}

/** A dashboard that counts test cases shall see the answers that kept the contract, not only those that broke it. */
function witnessed({ coverage, findings }: CheckReport): readonly Entry[] {
  return coverage.items
    .filter(({ kind, witnessed: times }) => kind === 'response' && times > 0)
    .filter(
      ({ operation, place }) =>
        !findings.some((one) => one.operation === operation && place === String(one.status)),
    )
    .map(({ operation, place }) => ({
      suite: operation,
      name: `answers ${place}`,
      body: '',
      kind: 'passed',
    }));
}

function failure({ verdict, failure: why }: CheckReport): readonly Entry[] {
  if (verdict !== 'could_not_run') return [];
  const message = why ?? 'the check could not run to its end';
  return [
    {
      suite: 'run',
      name: 'the check runs to its end',
      body: `<error message="${x(message)}"/>`,
      kind: 'error',
    },
  ];
}

function suiteXml(suite: string, entries: readonly Entry[]): string {
  const cases = entries.map(
    ({ name, body }) => `    <testcase classname="${x(suite)}" name="${x(name)}">${body}</testcase>`,
  );
  return [`  <testsuite name="${x(suite)}" ${counts(entries)}>`, ...cases, '  </testsuite>'].join('\n');
}

function counts(entries: readonly Entry[]): string {
  const of = (kind: Entry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  return `tests="${entries.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
