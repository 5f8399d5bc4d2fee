/** The form of a probe: it puts one open question of the ledger to a server, and never fails a run. */
import { type OperationDescription, type OperationId, operations } from '../../../generated/operations.ts';
import type { QuestionId } from '../../../generated/questions.ts';
import type { Exchange } from '../exchange.ts';
import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import type { LoggedExchange, Run, Step } from '../run/run.ts';
import { SkipError } from '../run/skip.ts';
import type { World } from '../run/world.ts';

export interface Observation {
  /** What the server does; a sentence without personal data. */
  readonly answer: string;
  /** Whether it agrees with what the contract assumes meanwhile; absent where it settles nothing. */
  readonly agrees?: boolean | undefined;
  /** The change of the spec that it would justify; what the ledger names when absent. */
  readonly change?: string | undefined;
}

export interface Scene {
  readonly world: World;
  readonly exchanges: readonly LoggedExchange[];
  send(operation: OperationId, step?: Omit<Step, 'case' | 'operation'>): Promise<Exchange>;
}

export type Probe = {
  readonly question: QuestionId;
} & (
  | { readonly because: string }
  | {
      /** `writes`: it creates or changes records of its own, on a server that keeps them. */
      readonly needs?: 'writes' | 'instruments' | undefined;
      /** @returns what was observed; a text where the server was asked and did not show it. */
      readonly ask: (scene: Scene) => Observation | string | Promise<Observation | string>;
    }
);

export function createScene(run: Run, world: World, question: QuestionId): Scene {
  return {
    world,
    exchanges: run.exchanges,
    send: (operation, step = {}) => run.send({ ...step, case: `probe ${question}`, operation }),
  };
}

/** Statuses of the answers to a kind of exchange, each once, in rising order. */
export function statuses(exchanges: readonly Exchange[]): readonly number[] {
  return [...new Set(exchanges.map(({ response }) => response.status))].sort((a, b) => a - b);
}

export function successes(scene: Scene, ...ids: readonly OperationId[]): readonly LoggedExchange[] {
  return scene.exchanges.filter(
    (exchange) =>
      ids.includes(exchange.operation) &&
      exchange.request.method === methodOf(exchange.operation) &&
      exchange.response.status < 300,
  );
}

function methodOf(operation: OperationId): string {
  const entry: OperationDescription = operations[operation];
  return entry.method.toUpperCase();
}

/** The bodies of all successes of operations; lists are taken apart. */
export function seen(scene: Scene, ...ids: readonly OperationId[]): readonly object[] {
  return successes(scene, ...ids)
    .map(jsonOf)
    .flatMap((body) => (Array.isArray(body) ? body : [body]))
    .filter((one): one is object => typeof one === 'object' && one !== null);
}

export const CUSTOMERS: readonly OperationId[] = [
  'createCustomer',
  'retrieveCustomer',
  'updateCustomer',
  'listCustomers',
];

/** The different texts at a place of many bodies, at most so many. */
export function valuesAt(bodies: readonly object[], place: string, most = 12): readonly string[] {
  const values = bodies
    .map((body) => valueAt(body, place))
    .filter((one) => one !== undefined && one !== null);
  return [...new Set(values.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))))].slice(
    0,
    most,
  );
}

/** Names of the members of many bodies: those of all of them, and those of some. */
export function memberNames(bodies: readonly object[]): {
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
} {
  const names = [...new Set(bodies.flatMap((body) => Object.keys(body)))].sort();
  const always = names.filter((name) => bodies.every((body) => Object.hasOwn(body, name)));
  return { always, sometimes: names.filter((name) => !always.includes(name)) };
}

/** What a question about a list of values says: those that the contract knows agree with it. */
export function valuesObservation(
  what: string,
  values: readonly string[],
  known: readonly string[],
): Observation | string {
  if (values.length === 0) return `no answer held ${what}`;
  const unknown = values.filter((value) => !known.includes(value));
  const change = `x-extensible-enum of ${what}: add ${unknown.join(', ')}`;
  return {
    answer: `${what} was seen as ${values.join(', ')}`,
    agrees: unknown.length === 0,
    ...(unknown.length === 0 ? {} : { change }),
  };
}

/** What a question about members says: undocumented ones are the change. */
export function membersObservation(
  what: string,
  bodies: readonly object[],
  documented: readonly string[],
  promised: readonly string[],
): Observation | string {
  if (bodies.length === 0) return `no ${what} was seen`;
  const { always, sometimes } = memberNames(bodies);
  const extra = [...always, ...sometimes].filter((name) => !documented.includes(name));
  const missing = promised.filter((name) => !always.includes(name));
  const change = [
    ...(extra.length === 0 ? [] : [`describe ${extra.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`promise ${missing.join(', ')} no more`]),
  ].join('; ');
  return {
    answer: `every ${what} had ${always.join(', ') || 'nothing'}; some had ${sometimes.join(', ') || 'nothing more'}`,
    agrees: change === '',
    ...(change === '' ? {} : { change: `schema of the ${what}: ${change}` }),
  };
}

/** A success of a step, or the reason to give up. */
export function orSkip(exchange: Exchange): Exchange {
  const { status } = exchange.response;
  if (status >= 300) throw new SkipError(`${exchange.operation} was needed and answered ${status}`);
  return exchange;
}

/** How the first exchange of a case was answered; `undefined` where it was not sent. */
export function statusOfCase({ exchanges }: Pick<Scene, 'exchanges'>, id: string): number | undefined {
  return exchanges.find((one) => one.case === id)?.response.status;
}
