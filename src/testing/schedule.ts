/** What comes next for an operation: first what was given a number of times, in the order given, then what stands. */
import type { OperationId } from '../../generated/operations.ts';
import type { ReceivedResponse } from '../contract/exchange.ts';
import type { AnyReceivedRequest } from './received.ts';

/** What an instruction may need to know of the request that it is played for. */
export interface Arrival {
  readonly operation: OperationId;
  readonly url: URL;
  readonly signal: AbortSignal | undefined;
  /** The operation's first documented success. */
  readonly success: ReceivedResponse;
}

export type Instruction =
  /** The request never gets as far as the server, so it is neither read nor judged. */
  | { readonly reaches: false; play(arrival: Arrival): Promise<Response> }
  | { readonly reaches: true; play(arrival: Arrival, request: AnyReceivedRequest): Promise<Response> };

/**
 * How long an instruction holds.
 *
 * @example
 * ```ts
 * const twice: InstructionOptions = { times: 2 };
 * const fake = createFakePlexo();
 * fake.fault('listCustomers', { status: 503, retryAfter: 0 }, twice);
 * const plexo = createPlexoClient({ clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch });
 * const { meta } = await plexo.result.customers.list();
 * expect([meta.status, meta.attempts]).toEqual([200, 3]);
 * ```
 */
export interface InstructionOptions {
  /**
   * For that many requests to the operation, after those that were queued before; then the operation answers as it did. When
   * absent, the instruction stands until another one without `times`, or `reset()`.
   */
  readonly times?: number | undefined;
}

export class Schedule {
  readonly #queues = new Map<OperationId, { readonly instruction: Instruction; left: number }[]>();
  readonly #standing = new Map<OperationId, Instruction>();

  /** @throws RangeError when `times` is not a whole number from 1. */
  add(operation: OperationId, instruction: Instruction, { times }: InstructionOptions = {}): void {
    if (times === undefined) {
      this.#standing.set(operation, instruction);
      return;
    }
    if (!Number.isInteger(times) || times < 1)
      throw new RangeError(`${operation}: times must be a whole number from 1, got ${String(times)}`);
    const queue = this.#queues.get(operation) ?? [];
    queue.push({ instruction, left: times });
    this.#queues.set(operation, queue);
  }

  peek(operation: OperationId): Instruction | undefined {
    return this.#queues.get(operation)?.[0]?.instruction ?? this.#standing.get(operation);
  }

  /** As `peek`, and counts it as used. */
  take(operation: OperationId): Instruction | undefined {
    const next = this.peek(operation);
    const queue = this.#queues.get(operation) ?? [];
    const [first] = queue;
    if (first !== undefined) {
      first.left -= 1;
      if (first.left === 0) queue.shift();
    }
    return next;
  }

  /** The operations of the queued instructions that were not used, one entry for each time. */
  pending(): readonly OperationId[] {
    return [...this.#queues].flatMap(([operation, queue]) =>
      queue.flatMap(({ left }) => Array.from({ length: left }, () => operation)),
    );
  }

  clear(): void {
    this.#queues.clear();
    this.#standing.clear();
  }
}
