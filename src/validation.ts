/** `plexo-customers/validation`: holds the responses that a client receives to the contract. */
import type { ResponseValidation, ValidationMode } from './client/options.ts';
import { printable } from './client/printable.ts';
import type { Answer } from './contract/exchange.ts';
import { judgeWith } from './contract/judge.ts';
import { validators } from './contract/schema-reader.ts';

export type { ResponseValidation, ValidationMode } from './client/options.ts';

/** How strictly answers are held to the contract: `strict` rejects, `report` tells the `drift` listener. */
export interface ContractValidationOptions {
  /** For `list` and `retrieve`; `strict` when absent. */
  readonly reads?: ValidationMode | undefined;
  /**
   * For everything else; `report` when absent, so that a response that drifted never makes a write that succeeded look
   * failed. A `strict` failure says `outcome: 'accepted'`.
   */
  readonly writes?: ValidationMode | undefined;
}

/**
 * The contract's own judge, for the `validation` option of the client. Unknown properties and unknown values of open lists pass.
 *
 * @param options how strictly reads and writes are held to the contract; reads `strict` and writes `report` when absent.
 * @example
 * ```ts
 * const plexo = createPlexoClient({
 *   clientId, apiKey, environment: 'testing',
 *   validation: contractValidation({ reads: 'strict', writes: 'report' }),
 *   on: { drift: ({ operation, findings }) => console.warn(operation, findings) },
 * });
 * await plexo.customers.create({ referenceId: 'customer-1001', email: 'customer@example.com' });
 * ```
 */
export function contractValidation(options: ContractValidationOptions = {}): ResponseValidation {
  return Object.freeze({
    reads: options.reads ?? 'strict',
    writes: options.writes ?? 'report',
    judge: (answer: Answer) => printable(judgeWith({ validators }, answer)),
  });
}
