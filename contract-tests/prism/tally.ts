/** How much of the contract was exercised: counted from what ran, held against what the contract documents. */
import type { OperationId } from '../../generated/operations.ts';
import { described, documentedAnswers, OPERATION_IDS } from './plan.ts';
import type { CheckResult } from './run.ts';

export interface Count {
  readonly what: string;
  readonly seen: number;
  readonly documented: number;
  /** What was documented and not seen. */
  readonly missing: readonly string[];
}

export function tally(results: readonly CheckResult[], constraints: readonly string[]): readonly Count[] {
  const passed = results.filter(({ proof }) => proof !== undefined);
  const responses = new Set<string>();
  const examples = new Set<string>();
  const broken = new Set<string>();
  for (const { check, proof } of passed) {
    const witnessed = proof?.witnessed;
    if (witnessed !== undefined) responses.add(`${check.operation} ${witnessed.response}`);
    if (witnessed?.example !== undefined)
      examples.add(exampleName(check.operation, witnessed.response, witnessed.example));
    if (check.section === 'request') examples.add(check.id.replaceAll('/', ' '));
    if (check.section === 'violation') broken.add(check.id);
  }
  const operations = new Set(passed.map(({ check }) => check.operation));
  return [
    count('operations', operations, OPERATION_IDS),
    count('documented responses', responses, OPERATION_IDS.flatMap(documentedResponses)),
    count('named examples', examples, OPERATION_IDS.flatMap(documentedExamples)),
    count('request constraints', broken, constraints),
  ];
}

function count(what: string, seen: ReadonlySet<string>, documented: readonly string[]): Count {
  const missing = documented.filter((name) => !seen.has(name));
  return { what, seen: documented.length - missing.length, documented: documented.length, missing };
}

function documentedResponses(operation: OperationId): readonly string[] {
  return Object.keys(described(operation).responses).map((key) => `${operation} ${key}`);
}

function documentedExamples(operation: OperationId): readonly string[] {
  const inResponses = documentedAnswers(operation).flatMap(({ key, example }) =>
    example === undefined ? [] : [exampleName(operation, key, example)],
  );
  const inRequests = Object.keys(described(operation).request?.examples ?? {}).map(
    (name) => `${operation} request ${name}`,
  );
  return [...inResponses, ...inRequests];
}

function exampleName(operation: OperationId, response: string, example: string): string {
  return `${operation} ${response} ${example}`;
}
