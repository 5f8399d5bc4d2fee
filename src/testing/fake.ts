/** The fake: it routes, examines, records and answers requests; one instance shares nothing with another. */
import { type OperationId, operations } from '../../generated/operations.ts';
import { captureRequest } from '../contract/exchange.ts';
import { routeOf } from '../contract/route.ts';
import { abortable, signalOf } from './abort.ts';
import type { AnswerFor, AnswerFunction, GivenAnswer } from './answers.ts';
import { type Breach, ContractBreachError } from './breach.ts';
import { breachesOf, compose, toResponse } from './compose.ts';
import { examine } from './examine.ts';
import { type FaultFor, namedFault, type StatusFault } from './faults.ts';
import { type AnyReceivedRequest, type ReceivedRequest, receivedRequest } from './received.ts';
import { type Instruction, type InstructionOptions, Schedule } from './schedule.ts';
import { stray } from './stray.ts';

/**
 * How a fake treats the code under test.
 *
 * @example
 * ```ts
 * const options: FakePlexoOptions = { strict: true };
 * const fake = createFakePlexo(options);
 * await expect(fake.fetch('http://localhost/v1/customer')).rejects.toThrow('request path: expected a documented path');
 * ```
 */
export interface FakePlexoOptions {
  /** Rejects a request that breaks the contract, instead of answering it with the documented error; false when absent. */
  readonly strict?: boolean | undefined;
}

/**
 * An API in memory. Its functions need no `this`, so they may be taken out of it.
 *
 * @example
 * ```ts
 * const fake: FakePlexo = createFakePlexo();
 * const { fetch, answer, requests, breaches } = fake;
 * answer('listCustomers', { example: 'empty' });
 * const headers = { authorization: `Basic ${btoa('clientId:apiKey')}` };
 * const response = await fetch('http://localhost/v1/customers', { headers });
 * expect(await response.json()).toEqual([]);
 * expect(requests).toHaveLength(1);
 * expect(breaches).toEqual([]);
 * ```
 */
export interface FakePlexo {
  /** Stands in for the platform's `fetch`: same arguments, same kinds of rejection. The host of the address does not matter. */
  readonly fetch: typeof globalThis.fetch;
  /** What was received and kept the contract, the latest last. */
  readonly requests: readonly AnyReceivedRequest[];
  /** What broke the contract, requests and computed answers, the latest last. Assert that there are none. */
  readonly breaches: readonly Breach[];
  /** The received requests to one operation, with its types. */
  requestsTo<Id extends OperationId>(operation: Id): readonly ReceivedRequest<Id>[];
  /**
   * Tells how to answer an operation; without it, the first documented example of its success is the answer. A fixed answer is
   * judged here and copied, a computed one when it is given.
   *
   * @throws ContractBreachError when a fixed answer breaks the contract and does not say `allowBreach: true`.
   */
  answer<Id extends OperationId>(
    operation: Id,
    answer: AnswerFor<Id> | AnswerFunction<Id>,
    options?: InstructionOptions,
  ): void;
  /** Makes an operation fail on the way, or with a status. Answers and faults share one queue. */
  fault<Id extends OperationId>(operation: Id, fault: FaultFor<Id>, options?: InstructionOptions): void;
  /** Operations of the answers and faults with `times` that were not used yet, one entry for each time. */
  pending(): readonly OperationId[];
  /** As new: no instructions, no requests, no breaches. */
  reset(): void;
}

/**
 * Creates an in-memory stand-in for the API, for tests of code that calls it. It answers with the contract's examples, holds
 * requests and your own answers to the contract, and fails on demand. It remembers requests but keeps no customers: what was
 * created is not listed.
 *
 * @param options how strictly requests are held to the contract; one that breaks it is answered with an error when absent.
 * @example
 * ```ts
 * const fake = createFakePlexo();
 * const plexo = createPlexoClient({ clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch });
 *
 * fake.answer('retrieveCustomer', { status: 404 }, { times: 1 });
 * await expect(plexo.customers.retrieve('some-id')).rejects.toThrow(NotFoundError);
 * expect(await plexo.customers.retrieve('some-id')).toEqual(fixtures.CustomerFull);
 *
 * expect(fake.requests).toHaveLength(2);
 * expect(fake.breaches).toEqual([]);
 * ```
 */
export function createFakePlexo({ strict = false }: FakePlexoOptions = {}): FakePlexo {
  const schedule = new Schedule();
  const requests: AnyReceivedRequest[] = [];
  const breaches: Breach[] = [];

  const refuse = (found: readonly Breach[], operation: OperationId, answer: GivenAnswer): Response => {
    breaches.push(...found);
    if (strict) throw new ContractBreachError(found);
    return toResponse(operation, compose(operation, answer));
  };

  const receive = async (request: Request, signal: AbortSignal | undefined): Promise<Response> => {
    const url = new URL(request.url);
    const route = routeOf(request.method, url.pathname);
    if (route.kind !== 'operation') {
      const { breach, operation, answer } = stray(route, request.method, url.pathname);
      return refuse([breach], operation, answer);
    }
    const { operation, segments } = route;
    const arrival = { operation, url, signal, success: compose(operation, {}) };
    if (schedule.peek(operation)?.reaches === false) {
      const instruction = schedule.take(operation);
      if (instruction?.reaches === false) return instruction.play(arrival);
    }

    const sent = await captureRequest(request);
    const { path, breaches: found } = examine(operation, segments, sent);
    const [first] = found;
    if (first !== undefined) {
      return refuse(found, operation, { status: first.rule === 'credentials' ? 401 : 400 });
    }
    const received = receivedRequest(operation, path, sent);
    requests.push(received);
    const instruction = schedule.take(operation) ?? fixed(operation, {});
    return instruction.play(arrival, received);
  };

  const computed = (operation: OperationId, compute: Compute): Instruction => ({
    reaches: true,
    async play(_, request) {
      const answer: GivenAnswer = await compute(request);
      const response = compose(operation, answer);
      const found = answer.allowBreach === true ? [] : breachesOf(operation, response);
      if (found.length > 0) {
        breaches.push(...found);
        throw new ContractBreachError(found, ADVICE);
      }
      return toResponse(operation, response);
    },
  });

  return Object.freeze({
    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const signal = signalOf(input, init);
      return abortable(signal, () => receive(new Request(input, init), signal));
    },
    requests,
    breaches,
    requestsTo: <Id extends OperationId>(operation: Id) =>
      // `operation` is what tells the members of the union apart.
      requests.filter((request) => request.operation === operation) as unknown as ReceivedRequest<Id>[],
    answer: <Id extends OperationId>(
      operation: Id,
      answer: AnswerFor<Id> | AnswerFunction<Id>,
      options?: InstructionOptions,
    ): void => {
      known(operation);
      // A computed answer sees requests to its own operation only.
      const instruction =
        typeof answer === 'function' ? computed(operation, answer as Compute) : fixed(operation, answer);
      schedule.add(operation, instruction, options);
    },
    fault: (operation: OperationId, fault: string | StatusFault, options?: InstructionOptions): void => {
      known(operation);
      const instruction =
        typeof fault === 'string' ? namedFault(operation, fault) : statusFault(operation, fault);
      schedule.add(operation, instruction, options);
    },
    pending: () => schedule.pending(),
    reset: () => {
      schedule.clear();
      requests.length = 0;
      breaches.length = 0;
    },
  });
}

type Compute = (request: AnyReceivedRequest) => GivenAnswer | Promise<GivenAnswer>;

const ADVICE = '; to send it all the same, give allowBreach: true';

/** @throws ContractBreachError when the answer breaks the contract and does not say that it may. */
function fixed(operation: OperationId, answer: GivenAnswer): Instruction {
  const response = compose(operation, answer);
  const found = answer.allowBreach === true ? [] : breachesOf(operation, response);
  if (found.length > 0) throw new ContractBreachError(found, ADVICE);
  // Made once now, so that an impossible response is refused where it is given.
  toResponse(operation, response);
  return { reaches: true, play: async () => toResponse(operation, response) };
}

function statusFault(operation: OperationId, { status, retryAfter }: StatusFault): Instruction {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return fixed(operation, { status, headers });
}

/** For callers without types: a misspelt operation would otherwise never be played. */
function known(operation: OperationId): void {
  if (!Object.hasOwn(operations, operation)) {
    const names = Object.keys(operations).join(', ');
    throw new TypeError(`there is no operation "${String(operation)}", use one of ${names}`);
  }
}
