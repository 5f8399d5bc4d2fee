/** What a check is told: the target, how far it may go, and who keeps its ledger. */
import type { Waiver } from '../coverage/coverage.ts';
import type { OpenApiDocument } from '../document.ts';
import type { ReportedFinding } from '../report.ts';
import type { CleanupLedger } from './ledger.ts';
import type { Clock } from './wire.ts';

export interface Credentials {
  readonly clientId: string;
  readonly apiKey: string;
}

/** The server under check. */
export interface CheckTarget {
  /** Base address of the server, with the path before `/v1` where there is one. */
  readonly url: string;
  /** What reports call it; its address when absent. */
  readonly label?: string | undefined;
  /** Sends a request; the platform's `fetch` when absent. A server in this process gives its own. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * Completes a tokenization session as a payer would, so that the customer has an instrument. Resolves to false where it
   * cannot; without it, everything about instruments is reported as not applicable.
   */
  readonly completeSession?: ((session: StartedSession) => Promise<boolean>) | undefined;
}

/** A session that the check has created; `href` leads to the page that a payer would see. */
export interface StartedSession {
  readonly id: string;
  readonly href: string;
}

export interface CheckLimits {
  /** For the whole check, teardown not included, in milliseconds; 120,000 when absent. */
  readonly deadlineMs?: number | undefined;
  /** For the teardown alone, in milliseconds; 30,000 when absent. */
  readonly teardownMs?: number | undefined;
  /** For one request with its answer, in milliseconds; 10,000 when absent. */
  readonly timeoutMs?: number | undefined;
  /** Requests that may be sent before the teardown; no bound when absent. */
  readonly maxRequests?: number | undefined;
  /** Requests in one second; no bound when absent. */
  readonly ratePerSecond?: number | undefined;
  /** Bytes of an answer that are read; 1 MiB when absent. */
  readonly maxBodyBytes?: number | undefined;
}

export interface CheckOptions extends CheckLimits {
  /** The bundled spec: generated/openapi.json. */
  readonly document: OpenApiDocument;
  readonly target: CheckTarget;
  readonly credentials: Credentials;
  /** Credentials of another client of the same server, to prove that the two are kept apart. */
  readonly otherCredentials?: Credentials | undefined;
  /** The merchant in whose name sessions and payments are made; that of the examples when absent. */
  readonly merchantId?: number | undefined;
  /** Makes the values of the plan; 1 when absent. */
  readonly seed?: number | undefined;
  /** Sends GET alone, and nothing that a server should refuse by changing something. */
  readonly readOnly?: boolean | undefined;
  /** An undocumented property is an error, and so is every other warning. */
  readonly strict?: boolean | undefined;
  /**
   * Everything on the server may be lost: a mock, a sandbox, a database of one's own. Methods that no path documents are sent to
   * such a server only, because one that has them after all would carry them out.
   */
  readonly disposable?: boolean | undefined;
  /** Sends test card numbers where they do not belong, to see whether they come back. For local servers. */
  readonly cardCanaries?: boolean | undefined;
  /** A gap in the coverage is an error. */
  readonly requireCoverage?: boolean | undefined;
  readonly waivers?: readonly Waiver[] | undefined;
  /** Remembers what was created until it is removed; in memory when absent, and then lost with the process. */
  readonly ledger?: CleanupLedger | undefined;
  /** Ends the check early; the teardown is still done. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Told of each breach when it is first seen; the report has them all. */
  readonly onFinding?: ((finding: ReportedFinding) => void) | undefined;
  /** The day on which waivers are judged, and the start of the report; now when absent. */
  readonly now?: (() => Date) | undefined;
  /** Names the records of this run; random when absent. Eight or more letters and digits. */
  readonly runId?: string | undefined;
  /** Time; that of the platform when absent. */
  readonly clock?: Clock | undefined;
  /** Version of the tool, for the report. */
  readonly toolVersion?: string | undefined;
}

export interface Progress {
  readonly phase: 'probe' | 'cases' | 'scenarios' | 'teardown';
  /** Steps done, of `total`, in all phases together. */
  readonly done: number;
  readonly total: number;
  /** The case or scenario that comes now. */
  readonly label: string;
}
