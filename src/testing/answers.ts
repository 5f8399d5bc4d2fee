/** What an operation may be answered with: statuses, example names and bodies follow from the contract's tables. */
import type { OperationId, operations } from '../../generated/operations.ts';
import type { components } from '../../generated/types.ts';
import type { ReceivedRequest } from './received.ts';

type Models = components['schemas'];
type Responses<Id extends OperationId> = (typeof operations)[Id]['responses'];

/**
 * The failures that IANA has registered; the contract's `default` describes those that have no entry of their own.
 *
 * @example
 * ```ts
 * const conflict: FailureStatus = 409;
 * const fake = createFakePlexo();
 * fake.answer('createCustomer', { status: conflict });
 * const plexo = createPlexoClient({ clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch });
 * const result = await plexo.result.customers.create(fixtures.CustomerCreateGuide);
 * expect(result).toMatchObject({ ok: false, error: { name: 'ConflictError', status: 409 } });
 * ```
 */
export type FailureStatus =
  | (
      | 400
      | 401
      | 402
      | 403
      | 404
      | 405
      | 406
      | 407
      | 408
      | 409
      | 410
      | 411
      | 412
      | 413
      | 414
      | 415
      | 416
      | 417
    )
  | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)
  | (500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 511);

type Numeric<Key> = Key extends `${infer Status extends number}` ? Status : never;

type BodyOf<Described> = Described extends {
  readonly model: infer Name extends keyof Models;
  readonly list: infer List;
}
  ? List extends true
    ? readonly Models[Name][]
    : Models[Name]
  : never;

type NoBodyOf<Described> = Described extends { readonly bodyOptional: true } ? null : never;

type ExampleOf<Described> = Described extends { readonly examples: infer Examples }
  ? Extract<keyof Examples, string>
  : never;

type StatusOf<Id extends OperationId, Key> = Key extends 'default'
  ? { readonly status: Exclude<FailureStatus, Numeric<keyof Responses<Id>>> }
  : Key extends (typeof operations)[Id]['success']
    ? { readonly status?: Numeric<Key> }
    : { readonly status: Numeric<Key> };

interface Headed {
  /** Further headers, or others in place of those that the contract suggests. */
  readonly headers?: Readonly<Record<string, string>>;
}

type Content<Described> =
  | { readonly example?: ExampleOf<Described>; readonly body?: never; readonly allowBreach?: never }
  | {
      readonly body: BodyOf<Described> | NoBodyOf<Described>;
      readonly example?: never;
      readonly allowBreach?: never;
    };

/**
 * An answer that the contract may forbid: another status, a body of any shape, text that is no JSON. It is the way to test
 * what your code does when the server drifts.
 *
 * @example
 * ```ts
 * const fake = createFakePlexo();
 * const drifted: BreakingAnswer = { allowBreach: true, body: { id: 7 } };
 * fake.answer('retrieveCustomer', drifted);
 * const headers = { authorization: `Basic ${btoa('clientId:apiKey')}` };
 * const response = await fake.fetch('http://localhost/v1/customers/some-id', { headers });
 * expect(await response.json()).toEqual({ id: 7 });
 * ```
 */
export interface BreakingAnswer extends Headed {
  /** Says that breaking the contract is meant. */
  readonly allowBreach: true;
  /** The operation's success status when absent. */
  readonly status?: number;
  /** Sent as JSON; `null` for no body. */
  readonly body?: unknown;
  /** Sent as it stands, in place of `body`. */
  readonly text?: string;
}

/**
 * An answer to an operation. Without `status` it is the operation's success; without `example` and `body` it is the first
 * documented example of its status. `body: null` leaves out a body that the contract makes optional.
 *
 * @example
 * ```ts
 * const gone: AnswerFor<'retrieveCustomer'> = { status: 404 };
 * const sparse: AnswerFor<'retrieveCustomer'> = { example: 'minimal' };
 * const own: AnswerFor<'retrieveCustomer'> = { body: { id: 'customer-of-this-test' } };
 * const fake = createFakePlexo();
 * for (const answer of [gone, sparse, own]) fake.answer('retrieveCustomer', answer, { times: 1 });
 * expect(fake.pending()).toHaveLength(3);
 * ```
 */
export type AnswerFor<Id extends OperationId> =
  | {
      [Key in keyof Responses<Id>]: Headed & StatusOf<Id, Key> & Content<Responses<Id>[Key]>;
    }[keyof Responses<Id>]
  | BreakingAnswer;

/**
 * Computes an answer from a request that kept the contract; what it throws is what `fetch` rejects with.
 *
 * @example
 * ```ts
 * const echo: AnswerFunction<'createPayment'> = ({ body }) => ({
 *   body: { id: 'payment-1', referenceId: body.referenceId, status: body.amount.total > 100 ? 'denied' : 'approved' },
 * });
 * const fake = createFakePlexo();
 * fake.answer('createPayment', echo);
 * const plexo = createPlexoClient({ clientId: 'c', apiKey: 'k', baseUrl: 'http://localhost', fetch: fake.fetch });
 * expect((await plexo.payments.create(fixtures.PaymentCreateGuide)).status).toBe('denied');
 * ```
 */
export type AnswerFunction<Id extends OperationId> = (
  request: ReceivedRequest<Id>,
) => AnswerFor<Id> | Promise<AnswerFor<Id>>;

/** An answer without its types, as the fake handles it once TypeScript has checked it at the door. */
export interface GivenAnswer extends Headed {
  readonly status?: number;
  readonly example?: string;
  readonly body?: unknown;
  readonly text?: string;
  readonly allowBreach?: boolean;
}
