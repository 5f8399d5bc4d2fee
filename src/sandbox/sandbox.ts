/** The sandbox: the whole contract as a server that remembers, for tests and for developing without a network. */
import { createApp } from './app.ts';
import { asFetch } from './as-fetch.ts';
import { type ClientCredentials, DEFAULT_CREDENTIALS } from './credentials.ts';
import { type Fault, type Seams, withFaults } from './fault.ts';
import { faults as catalogue } from './faults/catalogue.ts';
import { createGate } from './gate.ts';
import type { Outcome } from './outcome.ts';
import { problems } from './problem.ts';
import { createIdentifiers } from './random.ts';
import type { Readings } from './readings.ts';
import { createService } from './service.ts';
import {
  type Customer,
  type CustomerCreate,
  clear,
  createWorld,
  type PaymentInstrument,
  restore,
  type Snapshot,
  snapshotOf,
  type World,
} from './world.ts';

/** How a sandbox behaves: who may call, its clock and seed, its faults, and a reading for each open question. */
export interface SandboxOptions extends Partial<Readings> {
  /** Who may call; the default pair when absent. Each client sees only what it has created. */
  readonly clients?: readonly ClientCredentials[] | undefined;
  /** Makes the identifiers; the same seed gives the same ones. 1 when absent. */
  readonly seed?: number | undefined;
  /** Milliseconds since the epoch; the platform's clock when absent. Sessions, tokens and cards expire by it. */
  readonly now?: (() => number) | undefined;
  /** Ids of the faults that are on from the start. */
  readonly faults?: readonly string[] | undefined;
  /** Lets a request ask for a fault of its own: `Prefer: fault=ID`. False when absent. */
  readonly allowFaultHeader?: boolean | undefined;
  /** Bytes of a request body that are read; 1 MiB when absent. */
  readonly maxBodyBytes?: number | undefined;
  /** Origin of the completion pages; that of each request when absent. */
  readonly publicUrl?: string | undefined;
}

/** Records to begin with. */
export interface Fixture {
  /** Whose they are; the first client's when absent. */
  readonly clientId?: string | undefined;
  /** As `customers.create` takes them, with cards. */
  readonly customers: readonly (CustomerCreate & {
    /** Ids of test cards to save for the customer. */
    readonly cards?: readonly string[] | undefined;
  })[];
}

/** A record that `seed` made. */
export interface Seeded {
  /** As `customers.retrieve` gives it. */
  readonly customer: Customer;
  /** As `paymentInstruments.list` gives them, in the order of the cards. */
  readonly instruments: readonly PaymentInstrument[];
}

/** A server of the whole contract, with a state of its own. */
export interface Sandbox {
  /** Answers a request; hand it to a client as its `fetch`. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** Does what a payer does on the completion page. @throws SandboxError where the session is over or the card unknown. */
  completeSession(sessionId: string, options?: { readonly card?: string | undefined }): PaymentInstrument;
  /** Creates records without requests. @throws SandboxError where the API would refuse them. */
  seed(fixture: Fixture): readonly Seeded[];
  /** The state as plain data. */
  snapshot(): Snapshot;
  /** Back to a snapshot, or to an empty sandbox. */
  reset(snapshot?: Snapshot): void;
}

/**
 * Something was asked of the sandbox that it cannot do; the message says what, and what would be right.
 *
 * @example
 * ```ts
 * expect(() => createSandbox({ faults: ['no-such-fault'] })).toThrow(SandboxError);
 * ```
 */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}

const MEBIBYTE = 1024 * 1024;

/**
 * Creates a sandbox with a state of its own.
 *
 * @param options all have defaults: one client, seed 1, the platform's clock, no fault, and what the contract assumes.
 * @throws SandboxError for a fault that does not exist; TypeError for a reading or credentials that cannot be.
 * @example
 * ```ts
 * import { createPlexoClient } from 'plexo-customers';
 * import { createSandbox, DEFAULT_CREDENTIALS } from 'plexo-customers/sandbox';
 *
 * const sandbox = createSandbox();
 * const plexo = createPlexoClient({ ...DEFAULT_CREDENTIALS, baseUrl: 'http://localhost', fetch: sandbox.fetch });
 * const customer = await plexo.customers.create({ referenceId: 'customer-1001', email: 'customer@example.com' });
 * console.log(await plexo.customers.list(), customer.id);
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const {
    clients = [DEFAULT_CREDENTIALS],
    seed = 1,
    now = Date.now,
    faults = [],
    allowFaultHeader = false,
    maxBodyBytes = MEBIBYTE,
    publicUrl,
    ...readings
  } = options;
  const world = createWorld({ clientIds: clients.map(({ clientId }) => clientId), readings, seed, now });
  const clean: Seams = { service: createService(world), gate: createGate(world, clients) };
  const seams = withFaults(clean, faults.map(faultNamed), world);
  const correlations = createIdentifiers(seed ^ 0x5bd1e995);
  const answer = createApp({
    world,
    correlationId: () => correlations.next('dashed'),
    maxBodyBytes,
    publicUrl,
    seamsFor: allowFaultHeader ? faultyBy(seams, world) : () => seams,
  });
  return {
    // Only faults of the wire make an answer wait.
    fetch: asFetch(answer, allowFaultHeader || seams.wire !== undefined),
    completeSession: (sessionId, { card = 'visa-credit' } = {}) =>
      madeOf(seams.service.completeSession(sessionId, card)),
    seed: (fixture) => seeded(world, clean, fixture),
    snapshot: () => snapshotOf(world),
    reset: (snapshot) => (snapshot === undefined ? clear(world) : restore(world, snapshot)),
  };
}

/** Seams by the fault that a request asks for (RFC 7240); those of one fault are made once, because some remember things. */
function faultyBy(seams: Seams, world: World): (request: Request) => Seams | string {
  const made = new Map<string, Seams>();
  return ({ headers }) => {
    const id = /(?:^|[,;])\s*fault="?([^",;\s]+)/i.exec(headers.get('prefer') ?? '')?.[1];
    if (id === undefined) return seams;
    const known = made.get(id);
    if (known !== undefined) return known;
    const fault = catalogue.find((one) => one.id === id);
    if (fault === undefined) return unknownFault(id);
    const faulty = withFaults(seams, [fault], world);
    made.set(id, faulty);
    return faulty;
  };
}

function faultNamed(id: string): Fault {
  const fault = catalogue.find((one) => one.id === id);
  if (fault === undefined) throw new SandboxError(unknownFault(id));
  return fault;
}

/** Names the faults that begin alike, which is where a mistyped id mostly belongs. */
function unknownFault(id: string): string {
  const stem = id.slice(0, Math.max(4, id.lastIndexOf('-')));
  const near = catalogue.filter((fault) => fault.id.startsWith(stem)).map((fault) => fault.id);
  const hint =
    near.length === 0
      ? 'list them with plexo-customers sandbox --list-faults'
      : `did you mean ${near.slice(0, 3).join(', ')}?`;
  return `there is no fault "${id}": ${hint}`;
}

function seeded(world: World, { service }: Seams, { clientId, customers }: Fixture): readonly Seeded[] {
  const tenant = clientId === undefined ? [...world.tenants.values()][0] : world.tenants.get(clientId);
  if (tenant === undefined) throw new SandboxError(`there is no client "${clientId}" in this sandbox`);
  return customers.map(({ cards = [], ...fields }) => {
    const customer = madeOf(service.createCustomer(tenant, fields));
    const instruments = cards.map((card) => {
      const request = { merchantId: 1, referenceId: 'seed', type: 'tokenization', customerId: customer.id };
      const session = madeOf(service.createSession(tenant, request, ''));
      return madeOf(service.completeSession(session.id, card));
    });
    return { customer, instruments };
  });
}

function madeOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  const { message } = problems[outcome.problem];
  throw new SandboxError(outcome.detail === undefined ? message : `${message} ${outcome.detail}`);
}
