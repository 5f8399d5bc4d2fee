/** Performs the phases of a check over a given wire, and gathers what they say: for a real target and for a rehearsal alike. */
import { operations } from '../../../generated/operations.ts';
import type { Cases } from '../cases/all.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { openWitness } from '../coverage/witness.ts';
import { createRedaction } from '../redact.ts';
import type { NotApplicable, PlannedRequest, ProbeResult, ReportedFinding } from '../report.ts';
import { findingLog } from '../reported.ts';
import { checkTexts } from '../texts.ts';
import type { CleanupLedger } from './ledger.ts';
import type { CheckOptions, CheckTarget } from './options.ts';
import { runPhases, stepsOf } from './phases.ts';
import { openRun } from './run.ts';
import { StopError, type Wire } from './wire.ts';

export interface PerformParts {
  readonly id: string;
  readonly wire: Wire;
  readonly ledger: CleanupLedger;
  readonly completeSession: CheckTarget['completeSession'];
  readonly onRequest?: ((request: PlannedRequest) => void) | undefined;
  /** `YYYY-MM-DD`, for waivers. */
  readonly today: string;
}

export interface Performed {
  readonly findings: readonly ReportedFinding[];
  readonly notApplicable: readonly NotApplicable[];
  readonly probes: readonly ProbeResult[];
  readonly coverage: Coverage;
  readonly stateful: boolean | undefined;
  /** Why the phases did not come to their end. */
  readonly failure: string | undefined;
}

export async function perform(options: CheckOptions, cases: Cases, parts: PerformParts): Promise<Performed> {
  const { credentials, otherCredentials } = options;
  const secrets = [credentials.apiKey, ...(otherCredentials === undefined ? [] : [otherCredentials.apiKey])];
  const log = findingLog(createRedaction(secrets), checkTexts, options.onFinding);
  const witness = openWitness(options.document, cases);
  const skipped = new Map<string, NotApplicable>();
  const probes: ProbeResult[] = [];
  let stateful: boolean | undefined;
  let failure: string | undefined;
  let done = 0;
  const strict = options.strict === true;
  const run = openRun({ ...parts, log, witness, credentials, otherCredentials, strict });
  try {
    await runPhases({
      run,
      witness,
      cases,
      options,
      completeSession: parts.completeSession,
      skip: (rule, reason) => void skipped.set(`${rule} ${reason}`, { rule, reason }),
      onStep: (phase, label) => {
        options.onProgress?.({ phase, done, total: stepsOf(cases), label });
        done += 1;
      },
      onStateful: (answer) => {
        stateful = answer;
      },
      onProbe: (result) => void probes.push(result),
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // A defect of the check itself must not keep the teardown from being done, nor look like a verdict on the server.
    failure = error instanceof StopError ? error.message : `the check failed: ${error.message}`;
  }
  const coverage = witness.coverage(options.waivers ?? [], parts.today);
  if (options.requireCoverage === true && failure === undefined) noteGaps(coverage, log);
  return { findings: log.list(), notApplicable: [...skipped.values()], probes, coverage, stateful, failure };
}

function noteGaps({ items, gaps }: Coverage, log: ReturnType<typeof findingLog>): void {
  const missing = new Set(gaps);
  for (const { id, operation, spec, place, side } of items) {
    if (!missing.has(id)) continue;
    const finding = { rule: 'coverage', severity: 'error', operation, status: 0, spec, at: id } as const;
    const expected = `${operations[operation].path} ${place}: ${side}`;
    log.add({ ...finding, expected, got: 'never witnessed' }, { case: 'coverage' });
  }
}
