/** The ways in which the road to the server and back can fail, worded as Node's `fetch` words them. */
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';
import type { FailureStatus } from './answers.ts';
import type { Arrival, Instruction } from './schedule.ts';

interface Fault {
  /** Whether the server gets to see the request. */
  readonly reaches: boolean;
  /** Whether there must be a body that can fail. */
  readonly needsBody: boolean;
  play(arrival: Arrival): Promise<Response>;
}

const FAULTS = {
  /** Nothing listens at the address. */
  refused: {
    reaches: false,
    needsBody: false,
    play: async ({ url }) => {
      throw failed(`connect ECONNREFUSED ${url.host}`, { code: 'ECONNREFUSED', syscall: 'connect' });
    },
  },
  /** The host name leads nowhere. */
  unresolved: {
    reaches: false,
    needsBody: false,
    play: async ({ url: { hostname } }) => {
      const details = { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname };
      throw failed(`getaddrinfo ENOTFOUND ${hostname}`, details);
    },
  },
  /** The connection breaks after the request was sent. */
  reset: {
    reaches: true,
    needsBody: false,
    play: async () => {
      throw failed('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' });
    },
  },
  /** No answer comes, ever; the signal ends the wait. */
  stall: {
    reaches: true,
    needsBody: false,
    // Whoever waits for it stops waiting when the signal aborts.
    play: () => new Promise(() => {}),
  },
  /** Half of the body comes, the rest never; the signal ends the wait. */
  stalledBody: {
    reaches: true,
    needsBody: true,
    play: async (arrival) => halfBody(arrival, (fail) => onAbort(arrival.signal, fail)),
  },
  /** The connection breaks in the middle of the body. */
  resetBody: {
    reaches: true,
    needsBody: true,
    play: async (arrival) => {
      const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
      return halfBody(arrival, (fail) => fail(new TypeError('terminated', { cause })));
    },
  },
  /** A success whose JSON ends in the middle. */
  cutJson: {
    reaches: true,
    needsBody: true,
    play: async ({ success: { status, headers, body } }) =>
      new Response(body.slice(0, body.length / 2), { status, headers }),
  },
  /** Status 500 without a body. */
  empty500: {
    reaches: true,
    needsBody: false,
    play: async () => new Response(null, { status: 500 }),
  },
  /** Status 502 with the page of a gateway. */
  html502: {
    reaches: true,
    needsBody: false,
    play: async () =>
      new Response('<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>', {
        status: 502,
        headers: { 'content-type': 'text/html' },
      }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/**
 * The name of a fault:
 *
 * - `refused`, `unresolved`: no connection; the request never reaches the server and is not among `requests`.
 * - `reset`: the connection breaks after the request was sent.
 * - `stall`, `stalledBody`: no answer, or half of its body, and then nothing until the signal aborts.
 * - `resetBody`: the connection breaks in the middle of a success's body.
 * - `cutJson`: a success whose JSON ends in the middle.
 * - `empty500`, `html502`: failures that did not come from the API's own code.
 *
 * @example
 * ```ts
 * const fake = createFakePlexo();
 * const name: FaultName = 'reset';
 * fake.fault('createPayment', name);
 * const plexo = createPlexoClient({ clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch });
 * const result = await plexo.result.payments.create(fixtures.PaymentCreateGuide);
 * expect(result.ok ? undefined : result.error.outcome).toBe('unknown');
 * ```
 */
export type FaultName = keyof typeof FAULTS;

/**
 * Every fault that has a name, to test that your code survives each of them.
 *
 * @example
 * ```ts
 * for (const name of faultNames) {
 *   const fake = createFakePlexo();
 *   fake.fault('listCustomers', name);
 *   const plexo = createPlexoClient({
 *     clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch, maxRetries: 0, timeoutMs: 20,
 *   });
 *   expect((await plexo.result.customers.list()).ok).toBe(false);
 * }
 * ```
 */
// Object.keys gives the keys of this table as plain strings.
export const faultNames: readonly FaultName[] = Object.freeze(Object.keys(FAULTS) as FaultName[]);

/**
 * A failure that the server answers: the documented error of the status, with `Retry-After` where it is given.
 *
 * @example
 * ```ts
 * const busy: StatusFault = { status: 429, retryAfter: 1 };
 * const fake = createFakePlexo();
 * fake.fault('retrieveCustomer', busy);
 * const plexo = createPlexoClient({
 *   clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch, maxRetries: 0,
 * });
 * const result = await plexo.result.customers.retrieve('some-id');
 * expect(result).toMatchObject({ ok: false, error: { name: 'RateLimitError', retryAfterMs: 1_000 } });
 * ```
 */
export interface StatusFault {
  /** An HTTP status from 400. */
  readonly status: FailureStatus;
  /** Seconds, or an HTTP date. */
  readonly retryAfter?: number | string | undefined;
}

type NamesNeedingBody = {
  [Name in FaultName]: (typeof FAULTS)[Name]['needsBody'] extends true ? Name : never;
}[FaultName];

type SuccessOf<Id extends OperationId> =
  (typeof operations)[Id]['responses'][(typeof operations)[Id]['success'] &
    keyof (typeof operations)[Id]['responses']];

/**
 * The faults of an operation: a body that fails needs a body, which a delete does not have.
 *
 * @example
 * ```ts
 * const onRead: FaultFor<'retrieveCustomer'> = 'stalledBody';
 * const onDelete: FaultFor<'deleteCustomer'> = 'reset';
 * const fake = createFakePlexo();
 * fake.fault('retrieveCustomer', onRead, { times: 1 });
 * fake.fault('deleteCustomer', onDelete, { times: 1 });
 * expect(fake.pending()).toEqual(['retrieveCustomer', 'deleteCustomer']);
 * ```
 */
export type FaultFor<Id extends OperationId> =
  | Exclude<FaultName, SuccessOf<Id> extends { readonly mediaType: string } ? never : NamesNeedingBody>
  | StatusFault;

/** @throws TypeError when there is no such fault, or the operation has no body that could fail. */
export function namedFault(operation: OperationId, name: string): Instruction {
  if (!Object.hasOwn(FAULTS, name))
    throw new TypeError(`${operation}: there is no fault "${name}", use one of ${faultNames.join(', ')}`);
  // The line above has checked it.
  const fault: Fault = FAULTS[name as FaultName];
  const { responses, success }: OperationDescription = operations[operation];
  if (fault.needsBody && responses[success]?.mediaType === undefined)
    throw new TypeError(`${operation}: the fault ${name} needs a body, and ${success} has none`);
  const { reaches, play } = fault;
  return { reaches, play };
}

/** What Node's `fetch` rejects with when no response comes. */
function failed(message: string, details: object): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), details) });
}

function onAbort(signal: AbortSignal | undefined, callback: (reason: unknown) => void): void {
  signal?.addEventListener('abort', () => callback(signal.reason), { once: true });
}

/** A success of whose body half arrives; `then` says what becomes of the rest. */
function halfBody(
  { success: { status, headers, body } }: Arrival,
  then: (fail: (reason: unknown) => void) => void,
): Response {
  let half: Uint8Array | undefined = body.slice(0, body.length / 2);
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (half === undefined) return then((reason) => controller.error(reason));
      controller.enqueue(half);
      half = undefined;
    },
  });
  return new Response(stream, { status, headers });
}
