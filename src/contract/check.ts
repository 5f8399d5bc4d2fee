/** A check of a server from its first request to its teardown, and the plan of it that sends nothing. */
import { contract } from '../../generated/operations.ts';
import { allCases, type Cases } from './cases/all.ts';
import type { OpenApiDocument } from './document.ts';
import {
  type CheckPlan,
  type CheckReport,
  type Leftover,
  type PlannedRequest,
  REPORT_FORMAT,
} from './report.ts';
import { type CleanupLedger, memoryLedger } from './run/ledger.ts';
import type { CheckLimits, CheckOptions, CheckTarget, Credentials } from './run/options.ts';
import { perform } from './run/perform.ts';
import { createRehearsal } from './run/rehearsal.ts';
import { tearDown } from './run/teardown.ts';
import { type Clock, openWire, systemClock, type Wire, type WireSetting } from './run/wire.ts';

/**
 * Checks a server: sends the plan, judges every answer, and removes what it created.
 *
 * Nothing that the target does makes it throw or wait beyond its limits: what goes wrong is a finding, or the verdict
 * `could_not_run` with the reason.
 */
export async function check(options: CheckOptions): Promise<CheckReport> {
  const clock = options.clock ?? systemClock;
  const startedAt = (options.now?.() ?? new Date()).toISOString();
  const started = clock.now();
  const { hash } = await plan(options);
  const ledger = options.ledger ?? memoryLedger();
  const wire = openWire(wireSetting(options, clock), started + (options.deadlineMs ?? 120_000));
  const performed = await perform(options, casesOf(options), {
    id: options.runId ?? randomId(),
    wire,
    ledger,
    completeSession: options.target.completeSession,
    today: startedAt.slice(0, 10),
  });
  const last = teardownWire(options, clock);
  const leftovers = await removed(options, performed.stateful, ledger, last);
  const { stateful, failure, findings, notApplicable, probes, coverage } = performed;
  const broken = findings.some(({ severity }) => severity === 'error');
  const url = addressOf(options.target);
  return {
    format: REPORT_FORMAT,
    tool: { name: 'plexo-customers', version: options.toolVersion ?? contract.version },
    spec: { title: contract.title, version: contract.version, sha256: contract.sha256 },
    target: {
      label: options.target.label ?? url,
      url,
      ...(stateful === undefined ? {} : { stateful }),
    },
    seed: seedOf(options),
    planHash: hash,
    startedAt,
    elapsedMs: Math.round(clock.now() - started),
    requests: wire.sent + last.sent,
    verdict: failure !== undefined ? 'could_not_run' : broken ? 'breached' : 'kept',
    ...(failure === undefined ? {} : { failure }),
    findings,
    notApplicable,
    probes,
    coverage,
    leftovers,
  };
}

/** What decides about the requests of a check, and nothing else of its options. */
export type PlanOptions = Pick<
  CheckOptions,
  | 'document'
  | 'seed'
  | 'merchantId'
  | 'readOnly'
  | 'disposable'
  | 'cardCanaries'
  | 'otherCredentials'
  | 'target'
>;

/** Every request that a check would send to a server that keeps the contract; nothing is sent. */
export async function plan(options: PlanOptions): Promise<CheckPlan> {
  const plans = plansOf(options.document);
  const seed = seedOf(options);
  const { merchantId, readOnly, disposable, cardCanaries, otherCredentials, target } = options;
  const flags = [
    readOnly,
    disposable,
    cardCanaries,
    otherCredentials !== undefined,
    target.completeSession !== undefined,
  ];
  const key = JSON.stringify([seed, merchantId, ...flags.map((flag) => flag === true)]);
  const known = plans.get(key) ?? rehearsed(options, seed);
  plans.set(key, known);
  return known;
}

async function rehearsed(options: PlanOptions, seed: number): Promise<CheckPlan> {
  const credentials = { clientId: 'plan', apiKey: 'plan' };
  const other = options.otherCredentials === undefined ? undefined : { clientId: 'other', apiKey: 'other' };
  const { wire, completeSession } = createRehearsal(credentials, other);
  const requests: PlannedRequest[] = [];
  const quiet = { ...options, credentials, otherCredentials: other };
  const { failure } = await perform(quiet, casesOf(options), {
    id: '~run~',
    wire,
    ledger: memoryLedger(),
    completeSession: options.target.completeSession === undefined ? undefined : completeSession,
    onRequest: (request) => requests.push(request),
    today: '',
  });
  if (failure !== undefined) throw new Error(`the plan could not be made: ${failure}`);
  return { seed, hash: await sha256(JSON.stringify(requests)), requests };
}

/** Removes what earlier checks have left behind, by their ledger; resolves to what may still exist. */
export async function cleanup(
  options: CheckLimits & {
    readonly ledger: CleanupLedger;
    readonly target: CheckTarget;
    readonly credentials: Credentials;
    readonly otherCredentials?: Credentials | undefined;
    readonly clock?: Clock | undefined;
    readonly onStep?: ((done: number, total: number) => void) | undefined;
  },
): Promise<readonly Leftover[]> {
  const wire = teardownWire(options, options.clock ?? systemClock);
  const { ledger, credentials, otherCredentials, onStep } = options;
  return tearDown({ ledger, wire, credentials, otherCredentials, onStep });
}

async function removed(
  options: CheckOptions,
  stateful: boolean | undefined,
  ledger: CleanupLedger,
  wire: Wire,
): Promise<readonly Leftover[]> {
  if (stateful === false) {
    // Nothing was kept, so nothing is left.
    for (const entry of await ledger.open()) await ledger.remove(entry);
    return [];
  }
  const { credentials, otherCredentials, onProgress } = options;
  const onStep = (done: number, total: number): void =>
    onProgress?.({ phase: 'teardown', done, total, label: 'removing what was created' });
  return tearDown({ ledger, wire, credentials, otherCredentials, onStep });
}

type Reach = CheckLimits & { readonly target: CheckTarget; readonly signal?: AbortSignal | undefined };

function wireSetting({ target, signal, ...limits }: Reach, clock: Clock): WireSetting {
  return {
    url: addressOf(target),
    fetch: target.fetch ?? ((request) => globalThis.fetch(request)),
    timeoutMs: limits.timeoutMs ?? 10_000,
    maxBodyBytes: limits.maxBodyBytes ?? 1_048_576,
    maxRequests: limits.maxRequests ?? Number.POSITIVE_INFINITY,
    ratePerSecond: limits.ratePerSecond ?? Number.POSITIVE_INFINITY,
    signal,
    clock,
  };
}

/** The teardown has a time of its own, no budget, and cannot be called off: it is what the run owes. */
function teardownWire(options: Reach, clock: Clock): Wire {
  const setting = wireSetting({ ...options, signal: undefined, maxRequests: undefined }, clock);
  return openWire(setting, clock.now() + (options.teardownMs ?? 30_000));
}

/** Without what may hold a secret: user, password, query. */
function addressOf({ url }: CheckTarget): string {
  const address = new URL(url);
  return `${address.origin}${address.pathname}`.replace(/\/+$/, '');
}

function seedOf({ seed = 1 }: Pick<CheckOptions, 'seed'>): number {
  return seed;
}

/** Cases and plans are the same for the same document and options, and take longer to make than to send to a fast server. */
const CASES = new WeakMap<OpenApiDocument, Map<string, Cases>>();
const PLANS = new WeakMap<OpenApiDocument, Map<string, Promise<CheckPlan>>>();

function casesOf(options: Pick<CheckOptions, 'document' | 'seed' | 'merchantId'>): Cases {
  const { document, merchantId } = options;
  const known = CASES.get(document) ?? new Map<string, Cases>();
  CASES.set(document, known);
  const key = `${seedOf(options)} ${merchantId}`;
  const cases = known.get(key) ?? allCases(document, seedOf(options), merchantId);
  known.set(key, cases);
  return cases;
}

function plansOf(document: OpenApiDocument): Map<string, Promise<CheckPlan>> {
  const plans = PLANS.get(document) ?? new Map<string, Promise<CheckPlan>>();
  PLANS.set(document, plans);
  return plans;
}

function randomId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 12);
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
