/** Recorded traffic before the judge: the same verdict that a check gives on the same exchange. */
import { contract } from '../../../generated/operations.ts';
import type { Exchange } from '../exchange.ts';
import { judge } from '../judge.ts';
import { createRedaction } from '../redact.ts';
import { type CheckReport, type NotApplicable, REPORT_FORMAT } from '../report.ts';
import { findingLog } from '../reported.ts';
import { routeOf } from '../route.ts';
import { allRules } from '../rules/all.ts';
import type { Recording } from './recording.ts';

export interface TrafficOptions {
  /** What reports call the traffic: a file's name. */
  readonly label: string;
  /** What stands before `/v1` in the addresses of the server; empty when absent. */
  readonly basePath?: string | undefined;
  /** Warnings are errors. */
  readonly strict?: boolean | undefined;
  readonly toolVersion?: string | undefined;
  readonly now?: (() => Date) | undefined;
}

/** An ongoing judgement, for traffic that is still coming. */
export interface TrafficJudge {
  add(recording: Recording): void;
  report(): CheckReport;
}

/** Exchanges with other paths are no part of the contract: they are counted and left alone. */
export function createTrafficJudge(options: TrafficOptions): TrafficJudge {
  const { label, basePath = '', strict, toolVersion = '0.0.0', now = () => new Date() } = options;
  const log = findingLog(createRedaction());
  const started = now();
  const aside = { foreign: 0, undeclared: 0, bodiless: 0 };
  let judged = 0;

  return {
    add(recording) {
      const exchange = exchangeOf(recording, basePath);
      if (typeof exchange === 'string') {
        aside[exchange] += 1;
        return;
      }
      judged += 1;
      if (!recording.bodyKept) aside.bodiless += 1;
      for (const finding of judge(exchange, { rules: allRules, strict })) {
        if (!recording.bodyKept && finding.at.startsWith('body')) continue;
        log.add(finding, { case: recording.place, exchange });
      }
    },

    report() {
      const findings = log.list();
      const breached = findings.some(({ severity }) => severity === 'error');
      return {
        format: REPORT_FORMAT,
        tool: { name: 'plexo-customers', version: toolVersion },
        spec: contract,
        target: { label, url: '' },
        seed: 0,
        planHash: '',
        startedAt: started.toISOString(),
        elapsedMs: now().getTime() - started.getTime(),
        requests: judged,
        verdict: judged === 0 ? 'could_not_run' : breached ? 'breached' : 'kept',
        ...(judged === 0
          ? { failure: `no exchange of the contract is in ${label}: nothing was judged` }
          : {}),
        findings,
        notApplicable: reasons(aside),
        probes: [],
        coverage: { items: [], gaps: [] },
        leftovers: [],
      };
    },
  };
}

function exchangeOf({ request, response }: Recording, basePath: string): Exchange | 'foreign' | 'undeclared' {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(`${basePath}/`)) return 'foreign';
  const route = routeOf(request.method, pathname.slice(basePath.length));
  if (route.kind === 'operation') return { operation: route.operation, request, response };
  return route.kind === 'method' ? 'undeclared' : 'foreign';
}

function reasons({
  foreign,
  undeclared,
  bodiless,
}: Readonly<Record<string, number>>): readonly NotApplicable[] {
  const rows: readonly (readonly [number | undefined, string, string])[] = [
    [foreign, 'paths outside the contract', 'exchanges with other paths are not judged'],
    [undeclared, 'methods outside the contract', 'exchanges with undeclared methods are not judged'],
    [bodiless, 'bodies that the recording lacks', 'only status and headers of these could be judged'],
  ];
  return rows.flatMap(([count, rule, reason]) =>
    count === undefined || count === 0 ? [] : [{ rule: `${rule} (${count})`, reason }],
  );
}
