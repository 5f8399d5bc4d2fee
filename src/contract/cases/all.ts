/** All cases of a document, in the order of the operations: same document and seed, same cases to the byte. */
import type { OperationId } from '../../../generated/operations.ts';
import { type OpenApiDocument, operationsOf } from '../document.ts';
import { accessCases } from './access.ts';
import { type Case, OPERATION_IDS } from './case.ts';
import { idCases } from './ids.ts';
import { mediaCases } from './media.ts';
import { methodCases } from './methods.ts';
import { type NotSent, negativeCases } from './negative.ts';
import { positiveCases } from './positive.ts';
import { createRandom } from './random.ts';

export interface Cases {
  readonly cases: readonly Case[];
  /** Constraints for which there is no case, with the reason. */
  readonly notSent: readonly NotSent[];
}

/** @param merchantId in whose name sessions and payments are made; that of the examples when absent. */
export function allCases(document: OpenApiDocument, seed: number, merchantId?: number): Cases {
  const setting = { document, random: createRandom(seed), merchantId };
  const positive = [...operationsOf(document)].flatMap((located) =>
    // The table of operations is generated from the same document.
    positiveCases(setting, located, located.operation.operationId as OperationId),
  );
  const negative = negativeCases(setting);
  const cases = [
    ...positive,
    ...negative.cases,
    ...mediaCases(merchantId),
    ...accessCases(merchantId),
    ...methodCases(),
    ...idCases(merchantId),
  ];
  const ordered = OPERATION_IDS.flatMap((operation) => cases.filter((one) => one.operation === operation));
  return { cases: ordered, notSent: negative.notSent };
}
