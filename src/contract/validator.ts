/** Compiled schemas, in the form that ajv gives them at run time and as standalone code alike. */
import type { Validator, Violation } from '../../generated/validators.js';

export type { Validator, Violation };

/** Every schema of the contract that judges a value, by its JSON Pointer in the bundled spec. */
export type Validators = Readonly<Record<string, Validator>>;

/**
 * The violations of a value under the schema at a pointer.
 *
 * @throws Error when there is no such schema: passing the value silently would switch the check off.
 */
export function violationsOf(validators: Validators, schema: string, value: unknown): readonly Violation[] {
  const validate = validators[schema];
  if (validate === undefined)
    throw new Error(`no validator for the schema at ${schema}: run npm run generate`);
  return validate(value) ? [] : [...(validate.errors ?? [])];
}

/** The JSON Pointer in the bundled spec of the keyword that a violation names. */
export function violatedKeyword({ schemaPath }: Pick<Violation, 'schemaPath'>): string {
  return decodeURIComponent(schemaPath.slice(1));
}
