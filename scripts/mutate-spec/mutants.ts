/** Every mutant of the contract: one fault each, none of them without effect. */
import { isDeepStrictEqual } from 'node:util';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { withChanges } from '../lint/changes.ts';
import type { Fault, Operator } from './operator.ts';
import { documentOperators } from './operators/document.ts';
import { operationOperators } from './operators/operations.ts';
import { schemaOperators } from './operators/schemas.ts';
import { wordOperators } from './operators/words.ts';

export const OPERATORS: readonly Operator[] = [
  ...schemaOperators,
  ...operationOperators,
  ...wordOperators,
  ...documentOperators,
];

export interface Mutant {
  /** `property-drop /components/schemas/Customer/properties/phone (dropped)`: the same for every run. */
  readonly id: string;
  readonly operator: string;
  readonly fault: Fault;
  /** The faulty document, made anew at each call: a thousand of them at once would not fit. */
  document(): OpenApiDocument;
}

/** @throws Error where an operator makes a mutant that is the contract itself, or the same one twice. */
export function mutantsOf(contract: OpenApiDocument): readonly Mutant[] {
  const mutants = OPERATORS.flatMap((operator) =>
    [...operator.faults(contract)].map(
      (fault): Mutant => ({
        id: `${operator.id} ${fault.place} (${fault.what})`,
        operator: operator.id,
        fault,
        document: () => withChanges(contract, fault.changes),
      }),
    ),
  );
  const ids = new Set<string>();
  for (const { id, document } of mutants) {
    if (ids.has(id)) throw new Error(`two mutants are called ${id}`);
    if (isDeepStrictEqual(document(), contract)) throw new Error(`the mutant ${id} changes nothing`);
    ids.add(id);
  }
  return mutants;
}
