/** The whole plan against the mock, in the order of the operations. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { refusalChecks } from './access.ts';
import type { Check } from './check.ts';
import { OPERATION_IDS } from './plan.ts';
import { requestChecks, violationChecks } from './requests.ts';
import { responseChecks } from './responses.ts';

/** @param document the bundled spec; the plan follows it, so nothing that it describes can be left out. */
export function allChecks(document: OpenApiDocument): readonly Check[] {
  const checks = [
    ...responseChecks(),
    ...requestChecks(),
    ...violationChecks(document),
    ...refusalChecks(document),
  ];
  return OPERATION_IDS.flatMap((operation) => checks.filter((check) => check.operation === operation));
}
