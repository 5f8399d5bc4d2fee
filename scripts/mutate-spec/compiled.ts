/** The validators of a document, compiled once however many gates ask for them. */
import {
  isReference,
  type OpenApiDocument,
  type Reference,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { type CompiledContract, compileContract } from '../generate/compile.ts';

const known = new WeakMap<OpenApiDocument, CompiledContract | Error>();

/** @throws UncompilableContract at every call, when a schema cannot be compiled. */
export function compiled(document: OpenApiDocument): CompiledContract {
  let found = known.get(document);
  if (found === undefined) {
    try {
      found = compileContract(document, { code: false });
    } catch (error) {
      found = error instanceof Error ? error : new Error(String(error));
    }
    known.set(document, found);
  }
  if (found instanceof Error) throw found;
  return found;
}

/**
 * Whether a value fits the schema that is written at a place.
 * @throws Error where no validator stands for the schema.
 */
export function fits(
  document: OpenApiDocument,
  schema: SchemaObject | Reference,
  place: string,
  value: unknown,
): boolean {
  const at = isReference(schema) ? schema.$ref.slice(1) : place;
  const validate = compiled(document).validators.get(at);
  if (validate === undefined) throw new Error(`no validator for ${at}`);
  return validate(value) === true;
}
