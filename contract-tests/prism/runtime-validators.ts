/** The schemas compiled by ajv in this process: a second engine that must agree with the generated standalone code. */
import { compileContract } from '../../scripts/generate/compile.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { Validators } from '../../src/contract/validator.ts';

export function runtimeValidators(document: OpenApiDocument): Validators {
  // ajv types its errors more loosely (any params); the fields that the contract reads are the same.
  return Object.fromEntries(compileContract(document, { code: false }).validators) as unknown as Validators;
}
