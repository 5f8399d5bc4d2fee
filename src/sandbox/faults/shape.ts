/** Bodies that break the contract in one place: every breakage of the spec, on every answer that a request can bring about. */

import type { Breakage } from '../../../generated/breakages.ts';
import { breakages } from '../../../generated/breakages.ts';
import { type OperationDescription, operations } from '../../../generated/operations.ts';
import type { Fault, PlannedAnswer } from '../fault.ts';
import { breakBody, UNBREAKABLE } from './break-body.ts';

const ALL: readonly OperationDescription[] = Object.values(operations);

export const shapeFaults: readonly Fault[] = ALL.flatMap((operation) => [
  ...faultsOf(operation, operation.success),
  ...refusals(operation).flatMap((status) =>
    faultsOf(operation, status).filter(({ id }) => isFirst(operation, status) || id.endsWith('-dropped')),
  ),
]);

/** Refusals are all alike, so every breakage is tried on the first operation that has them, and the plainest on the others. */
function isFirst(operation: OperationDescription, status: string): boolean {
  return ALL.find((one) => refusals(one).includes(status)) === operation;
}

/** The documented refusals that a request can bring about: nothing can be wrong with a request that is only an address. */
function refusals({ request, responses }: OperationDescription): readonly string[] {
  return Object.keys(responses).filter(
    (status) => status === '401' || status === '404' || (status === '400' && request !== undefined),
  );
}

function faultsOf(operation: OperationDescription, status: string): readonly Fault[] {
  const schema = operation.responses[status]?.schema;
  if (schema === undefined) return [];
  return (breakages[schema] ?? []).map((breakage) => faultOf(operation, status, breakage));
}

function faultOf(operation: OperationDescription, status: string, breakage: Breakage): Fault {
  const { at, what, drop, keyword } = breakage;
  const place = `${at}${drop === undefined ? '' : `/${drop}`}`.slice(1).replaceAll('/', '.');
  const words = what.replaceAll('-', ' ');
  return {
    id: [operation.id, status, ...(place === '' ? ['body'] : [place]), what].join('-'),
    kind: 'shape',
    title: `${operation.id} ${status}: ${place === '' ? 'the body' : place} is ${words} (${keyword})`,
    operation: Object.values(operations).find(({ id }) => id === operation.id)?.id,
    caughtBy: 'body-schema',
    answer: (answer, asked) =>
      asked.operation === operation.id && String(answer.status) === status
        ? broken(answer, breakage)
        : answer,
  };
}

function broken(answer: PlannedAnswer, breakage: Breakage): PlannedAnswer {
  const body = breakBody(answer.body, breakage);
  return body === UNBREAKABLE ? answer : { ...answer, body };
}
