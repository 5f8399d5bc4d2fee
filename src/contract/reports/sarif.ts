/** The report as SARIF 2.1.0 (OASIS standard), for code scanning: each finding at its line of the spec. */
import type { CheckReport, ReportedFinding } from '../report.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const SPEC_FILE = 'generated/openapi.yaml';

export function sarifReport(report: CheckReport): string {
  const rules = [...new Map(report.findings.map((finding) => [finding.rule, ruleOf(finding)])).values()];
  const { tool, verdict, failure, startedAt, elapsedMs } = report;
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            informationUri: 'https://plexo.gitbook.io/rest-api',
            rules,
          },
        },
        automationDetails: { id: `plexo-customers/check/${report.spec.version}` },
        invocations: [
          {
            executionSuccessful: verdict !== 'could_not_run',
            startTimeUtc: startedAt,
            endTimeUtc: new Date(Date.parse(startedAt) + elapsedMs).toISOString(),
            ...(failure === undefined
              ? {}
              : { toolExecutionNotifications: [{ level: 'error', message: { text: failure } }] }),
          },
        ],
        results: report.findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface SarifRule {
  readonly id: string;
}

function ruleOf({ rule, title, why, help, severity }: ReportedFinding) {
  return {
    id: rule,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} (${help})` },
    defaultConfiguration: { level: severity },
  };
}

function resultOf(finding: ReportedFinding, rules: readonly SarifRule[]) {
  const { rule, severity, operation, status, at, expected, got, spec, fingerprint, source, evidence } =
    finding;
  const repeat = evidence === undefined ? '' : `\n${evidence.curl}`;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: severity,
    message: { text: `${operation} ${status} ${at}: expected ${expected}, got ${got}${repeat}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: source?.file ?? SPEC_FILE },
          region: { startLine: source?.line ?? 1, startColumn: source?.column ?? 1 },
        },
        logicalLocations: [{ fullyQualifiedName: spec, kind: 'member' }],
      },
    ],
    partialFingerprints: { 'plexoCustomers/v1': fingerprint },
    properties: { case: finding.case, occurrences: finding.occurrences },
  };
}
