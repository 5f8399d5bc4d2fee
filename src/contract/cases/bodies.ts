/** The bodies that cases start from: the documented examples, made the run's own. */
import { fixtures } from '../../../generated/fixtures.ts';
import type { OperationId } from '../../../generated/operations.ts';
import { valueAt, withValue } from '../pointer.ts';
import { described } from './case.ts';
import type { Random } from './random.ts';

/** Every record that the check creates carries this text, and nothing else does. */
export const TAG = 'plexo-check-~run~';

export function tagOf(run: string): string {
  return TAG.replace('~run~', run);
}

export function fixture(name: string): unknown {
  if (!Object.hasOwn(fixtures, name)) throw new Error(`no fixture named ${name}: run npm run generate`);
  return Reflect.get(fixtures, name);
}

/** The documented request bodies of an operation, by the name of the example. */
export function requestExamples(operation: OperationId): Readonly<Record<string, unknown>> {
  const examples = Object.entries(described(operation).request?.examples ?? {});
  return Object.fromEntries(examples.map(([name, component]) => [name, fixture(component)]));
}

/** The example with the most text in it: it reaches the most constraints. */
export function fullestExample(operation: OperationId): unknown {
  const size = (value: unknown): number => JSON.stringify(value).length;
  return Object.values(requestExamples(operation)).sort((a, b) => size(b) - size(a))[0];
}

export interface Owner {
  /** Makes the reference of this body one of a kind. */
  readonly name: string;
  /** The customer and instrument that the body names. */
  readonly slot: string;
  readonly merchantId?: number | undefined;
}

/**
 * A copy of an example in which everything that must be the run's own is: reference, e-mail address, customer, token, merchant.
 * Values that are not the example's any more are left alone, because a case has changed them on purpose.
 */
export function owned(operation: OperationId, body: unknown, { name, slot, merchantId }: Owner): unknown {
  const own: Readonly<Record<string, unknown>> = {
    '/referenceId': `${TAG}-${name}`,
    '/email': `${TAG}-${name}@example.com`,
    '/customerId': `~${slot}.id~`,
    '/paymentMethod/paymentInstrument/token': `~${slot}.token~`,
    ...(merchantId === undefined ? {} : { '/merchantId': merchantId }),
  };
  const examples = Object.values(requestExamples(operation));
  return Object.entries(own).reduce((result, [place, value]) => {
    const current = valueAt(result, place);
    const documented = examples.some((example) => valueAt(example, place) === current);
    return current !== undefined && documented ? withValue(result, place, value) : result;
  }, body);
}

const GIVEN = ['Ñandú', 'Zoë', 'Łukasz', 'Ὀδυσσεύς', 'Светлана', 'محمد', '山田', 'Nguyễn'] as const;
const FAMILY = ['O’Higgins', "D'Angelo", 'Müller-Lüdenscheidt', 'de la Cruz y Peña', 'Åström', '김'] as const;
const BEYOND = ['🦜', '𝒳', '👩🏽‍🚀', '𐐷'] as const;

/** Text of many scripts: letters outside ASCII, quotes, and characters that UTF-16 writes with two units. */
export function unicodeName(random: Random): string {
  return `${random.pick(GIVEN)} ${random.pick(FAMILY)} ${random.pick(BEYOND)}`;
}
