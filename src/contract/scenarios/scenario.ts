/** The form of a scenario: a rule that shows between exchanges, tried in a few steps on records of its own. */
import { type OperationId, operations } from '../../../generated/operations.ts';
import type { Exchange } from '../exchange.ts';
import { shown } from '../finding.ts';
import { pointer } from '../pointer.ts';
import type { RuleText } from '../rules/texts.ts';
import { jsonOf } from '../run/json.ts';
import type { Run, Step } from '../run/run.ts';
import { SkipError } from '../run/skip.ts';
import type { World } from '../run/world.ts';

export interface Scenario extends RuleText {
  /** Stable; the rule of its findings. */
  readonly id: string;
  /** What it cannot do without, besides a target that keeps what it is given. */
  readonly needs?: readonly ('instruments' | 'other-client' | 'card-canaries')[] | undefined;
  run(stage: Stage): Promise<void>;
}

export interface Claim {
  /** The exchange that shows it. */
  readonly exchange: Exchange;
  /** Place in it. */
  readonly at: string;
  readonly expected: string;
  readonly got: string;
  /** JSON Pointer of the statement; the operation when absent. */
  readonly spec?: string | undefined;
}

export interface Stage {
  readonly world: World;
  send(operation: OperationId, step?: Omit<Step, 'case' | 'operation'>): Promise<Exchange>;
  /** As `send`; the scenario ends as not applicable when the answer is no success, because other rules tell that. */
  succeed(operation: OperationId, step?: Omit<Step, 'case' | 'operation'>): Promise<Exchange>;
  claim(holds: boolean, claim: Claim): void;
  /** Claims that two values say the same: absent and null do, and the order of members is nobody's. */
  same(exchange: Exchange, expected: unknown, got: unknown, what: string, at?: string): void;
  /** A name for a record of this scenario. */
  name(part: string): string;
}

export function createStage(run: Run, world: World, scenario: Pick<Scenario, 'id'>): Stage {
  const send: Stage['send'] = (operation, step = {}) => run.send({ ...step, case: scenario.id, operation });
  const claim: Stage['claim'] = (holds, { exchange, at, expected, got, spec }) => {
    if (holds) return;
    const { operation, response } = exchange;
    run.find(
      {
        rule: scenario.id,
        severity: 'error',
        operation,
        status: response.status,
        spec: spec ?? operations[operation].pointer,
        at,
        expected,
        got,
      },
      scenario.id,
      exchange,
    );
  };
  return {
    world,
    send,
    claim,
    async succeed(operation, step) {
      const exchange = await send(operation, step);
      const { status } = exchange.response;
      if (
        status >= 300 ||
        (operation !== 'deleteCustomer' &&
          operation !== 'deletePaymentInstrument' &&
          jsonOf(exchange) === undefined)
      )
        throw new SkipError(`${operation} was needed and answered ${status}`);
      return exchange;
    },
    same(exchange, expected, got, what, at = 'body') {
      const place = firstDifference(expected, got, '');
      claim(place === undefined, {
        exchange,
        at: `${at}${place?.at ?? ''}`,
        expected: `${what}: ${shown(place?.expected)}`,
        got: shown(place?.got),
      });
    },
    name: (part) => `${scenario.id}-${part}`,
  };
}

interface Difference {
  readonly at: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** The first place where two JSON values do not say the same. */
export function firstDifference(expected: unknown, got: unknown, at: string): Difference | undefined {
  const one = expected ?? undefined;
  const other = got ?? undefined;
  if (Object.is(one, other)) return undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || Array.isArray(one) !== Array.isArray(other))
    return { at, expected: one, got: other };
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference(Reflect.get(one, name), Reflect.get(other, name), `${at}${pointer(name)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Members of a body that a request has sent, as an answer repeats them. */
export function sentPart(sent: Readonly<Record<string, unknown>>, answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.keys(sent).map((name) => [name, Reflect.get(answer, name)]));
}

/** The entry of a list whose id or token is the one that is looked for. */
export function entryOf(list: unknown, key: 'id' | 'token', value: string): unknown {
  return entriesOf(list, key, value)[0];
}

export function entriesOf(list: unknown, key: 'id' | 'token', value: string): readonly unknown[] {
  if (!Array.isArray(list)) return [];
  return list.filter((one) => typeof one === 'object' && one !== null && Reflect.get(one, key) === value);
}

/** How a server says that a path leads nowhere: 404 by the contract, 400 and 410 by readings of it that cases warn of. */
export function isGone(status: number): boolean {
  return status === 404 || status === 400 || status === 410;
}
