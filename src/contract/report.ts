/** What a check says, as plain data: every report (terminal, JSON, JUnit, SARIF, HTML) is made from it and from nothing else. */
import type { OperationId } from '../../generated/operations.ts';
import type { Coverage } from './coverage/coverage.ts';
import type { Finding } from './finding.ts';

/** Raised when a member changes its meaning or goes away; added members do not raise it. */
export const REPORT_FORMAT = 1;

/** `could_not_run`: the check ended before it could tell, and `failure` says why. What was found until then still counts. */
export type Verdict = 'kept' | 'breached' | 'could_not_run';

export interface CheckReport {
  readonly format: typeof REPORT_FORMAT;
  readonly tool: { readonly name: string; readonly version: string };
  /** `sha256` is the digest of openapi.json. */
  readonly spec: { readonly title: string; readonly version: string; readonly sha256: string };
  readonly target: ReportedTarget;
  readonly seed: number;
  /** SHA-256 of the plan, in hexadecimal: the same spec, seed and options give the same. */
  readonly planHash: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Milliseconds. */
  readonly elapsedMs: number;
  /** How many requests were sent, repeated ones and those of the teardown included. */
  readonly requests: number;
  readonly verdict: Verdict;
  /** Why the check could not run to its end; one sentence. */
  readonly failure?: string;
  /** Each breach once, in the order in which it was first seen. */
  readonly findings: readonly ReportedFinding[];
  readonly notApplicable: readonly NotApplicable[];
  readonly probes: readonly ProbeResult[];
  readonly coverage: Coverage;
  readonly leftovers: readonly Leftover[];
}

export interface ReportedTarget {
  /** What to call the target: its name where it has one, or its address. */
  readonly label: string;
  /** Base address without credentials, query and fragment; empty for a target in this process. */
  readonly url: string;
  /** Whether the target keeps what is created; absent where the probe did not come so far. */
  readonly stateful?: boolean;
}

export interface ReportedFinding extends Finding {
  /** 16 hexadecimal digits, the same in every run: they are made of rule, operation, place and keyword, and of no value. */
  readonly fingerprint: string;
  /** Title of the rule. */
  readonly title: string;
  /** Why the rule exists, in one paragraph. */
  readonly why: string;
  /** Where the rule is described: a file of this package with an anchor. */
  readonly help: string;
  /** Case, scenario or recorded exchange that first showed the breach. */
  readonly case: string;
  /** In how many exchanges the same breach was seen. */
  readonly occurrences: number;
  /** Absent where the breach shows between exchanges and not in one. */
  readonly evidence?: Evidence;
  /** Place of `spec` in the file that a person edits; filled in by whoever can read files. */
  readonly source?: SourceLocation;
}

/** The exchange that shows a breach, with secrets and personal values masked already. */
export interface Evidence {
  /** A line to paste into a shell; credentials come from the environment. */
  readonly curl: string;
  readonly request: ReportedMessage & {
    readonly method: string;
    readonly url: string;
    /** Values of the path parameters, by name. */
    readonly path: Readonly<Record<string, string>>;
  };
  readonly response: ReportedMessage & { readonly status: number };
}

export interface ReportedMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text, cut to a readable length; empty when there was none. */
  readonly body: string;
  /** Length of the whole body in bytes. */
  readonly bytes: number;
}

export interface SourceLocation {
  /** Relative to the root of the package, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A rule or scenario that could not be tried: it is neither passed nor failed. */
export interface NotApplicable {
  /** Id of the rule, the scenario or the case. */
  readonly rule: string;
  readonly reason: string;
}

/** What this server does about one question that no source settles; never a failure. */
export interface ProbeResult {
  /** Id of the question in the ledger. */
  readonly question: string;
  readonly asked: string;
  /**
   * `observed`: the server showed it. `unclear`: it was asked and did not show it. `not_askable`: no request can show it.
   * `not_asked`: this run could not ask (read-only, stateless target, no credentials for it).
   */
  readonly outcome: 'observed' | 'unclear' | 'not_askable' | 'not_asked';
  /** What the server does, or why that is not known; a sentence. */
  readonly answer: string;
  /** Whether it agrees with what the contract assumes; absent where nothing was observed. */
  readonly agrees?: boolean;
  /** The change of the spec that the observation would justify; absent where there is none. */
  readonly change?: string;
}

/** Something that the check created and could not remove. */
export interface Leftover {
  readonly kind: 'customer' | 'instrument';
  /** Path to delete, relative to the base address. */
  readonly path: string;
  readonly reason: string;
}

/** One request of a plan, as `--plan` prints it; values of earlier answers stand as `{create.id}`. */
export interface PlannedRequest {
  readonly case: string;
  readonly operation: OperationId;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly expected: string;
}

export interface CheckPlan {
  readonly seed: number;
  /** SHA-256 of the requests, in hexadecimal. */
  readonly hash: string;
  readonly requests: readonly PlannedRequest[];
}
