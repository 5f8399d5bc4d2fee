/** The validators of a document, compiled once however many gates ask for them. */
import {
  isReference,
  type OpenApiDocument,
  type Reference,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { type CompiledContract, compileContract, rootSchemas } from '../generate/compile.ts';

const known = new WeakMap<OpenApiDocument, CompiledContract | Error>();
const bySchemas = new Map<string, CompiledContract | Error>();

/** @throws UncompilableContract at every call, when a schema cannot be compiled. */
export function compiled(document: OpenApiDocument): CompiledContract {
  const found = known.get(document) ?? anew(document);
  known.set(document, found);
  if (found instanceof Error) throw found;
  return found;
}

/** Most faults are outside of the schemas, and those documents have the validators of the contract itself. */
function anew(document: OpenApiDocument): CompiledContract | Error {
  const key = JSON.stringify(rootSchemas(document), withoutWords);
  let found = bySchemas.get(key);
  if (found === undefined) {
    try {
      found = compileContract(document, { code: false });
    } catch (error) {
      found = error instanceof Error ? error : new Error(String(error));
    }
    // The first is the contract's own; of the others hardly any comes twice.
    if (bySchemas.size === 0) bySchemas.set(key, found);
  }
  return found;
}

/** What a description says is nothing to ajv, as long as it is a text. */
function withoutWords(key: string, value: unknown): unknown {
  return key === 'description' && typeof value === 'string' ? '' : value;
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
