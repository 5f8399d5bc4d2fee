/** Step 1: every schema of the bundle is compiled strictly; one that cannot be compiled stops everything. */

import type { ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import {
  type LocatedSchema,
  type OpenApiDocument,
  type SchemaObject,
  schemasOf,
} from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';
import { contractAjv } from './ajv.ts';
import { GenerateFailure } from './failure.ts';

export interface CompiledContract {
  readonly ajv: Ajv2020;
  /** One validator per component schema and per inline schema of a parameter, header or media type, by its pointer. */
  readonly validators: ReadonlyMap<string, ValidateFunction>;
}

interface SchemaProblem {
  readonly pointer: string;
  readonly message: string;
}

/** Every fault that was found, each with its pointer into the bundle. */
export class UncompilableContract extends GenerateFailure {
  readonly problems: readonly SchemaProblem[];

  constructor(problems: readonly SchemaProblem[]) {
    super(problems.map(({ pointer: place, message }) => `openapi #${place}: ${message}`).join('\n'));
    this.problems = problems;
  }
}

/**
 * Compiles every schema of a bundled document with ajv 2020-12 in strict mode.
 * @param options.code keep the source, so that standalone code can be written from the result
 * @throws UncompilableContract naming each schema that cannot be compiled
 */
export function compileContract(
  document: OpenApiDocument,
  options: { readonly code: boolean },
): CompiledContract {
  const roots = rootSchemas(document);
  const ajv = contractAjv(options);
  for (const { pointer: place, schema } of roots) register(ajv, schema, fragmentOf(place));
  const validators = new Map<string, ValidateFunction>();
  const problems: SchemaProblem[] = [];
  for (const { pointer: place, schema } of roots) {
    try {
      requireSchema(ajv, schema);
      const validate = ajv.getSchema(fragmentOf(place));
      if (validate === undefined) throw new Error('ajv does not find the schema it was given');
      validators.set(place, validate);
    } catch (error) {
      problems.push({ pointer: place, message: messageOf(error) });
    }
  }
  if (problems.length > 0) {
    const exact = [...problemsByPlace(document)];
    throw new UncompilableContract(exact.length > 0 ? exact : problems);
  }
  return { ajv, validators };
}

/**
 * Schemas that stand on their own: the components, and what parameters, headers and media types write inline. A `$ref`
 * in such a place needs no validator of its own; it is judged by the component that it names.
 */
export function rootSchemas(document: OpenApiDocument): readonly LocatedSchema[] {
  const components = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({
    pointer: pointer('components', 'schemas', name),
    schema,
  }));
  const inline: LocatedSchema[] = [];
  for (const located of schemasOf(document)) {
    const last = inline.at(-1)?.pointer;
    if (located.pointer.startsWith('/components/schemas/')) continue;
    if (last === undefined || !located.pointer.startsWith(`${last}/`)) inline.push(located);
  }
  return [...components, ...inline];
}

/** A pointer as the URI fragment that names the same place (RFC 6901, section 6). */
export function fragmentOf(place: string): string {
  return `#${place.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * A schema is registered under the fragment that the bundle's own references use, so they resolve as they are written.
 * ajv begins the `schemaPath` of an error with the `schemaPath` of its compilation unit; with the same fragment there,
 * each error names the violated keyword's place in the bundle.
 */
function register(ajv: Ajv2020, schema: SchemaObject, key: string): void {
  ajv.addSchema(schema, key, false, false);
  const unit = ajv.schemas[key];
  if (unit === undefined) throw new Error(`ajv did not keep the schema under ${key}`);
  Object.assign(unit, { schemaPath: key });
}

function requireSchema(ajv: Ajv2020, schema: SchemaObject): void {
  if (ajv.validateSchema(schema) === true) return;
  throw new Error(ajv.errorsText(ajv.errors, { dataVar: 'schema', separator: ', ' }));
}

/** Judges each schema without the schemas inside it, because ajv's strict errors do not say where they arose. */
function* problemsByPlace(document: OpenApiDocument): Generator<SchemaProblem> {
  const ajv = contractAjv({ code: false });
  for (const { pointer: place, schema } of schemasOf(document)) {
    const alone: Record<string, unknown> = { ...schema };
    if (schema.properties)
      alone['properties'] = Object.fromEntries(Object.keys(schema.properties).map((name) => [name, true]));
    if (schema.items !== undefined) alone['items'] = true;
    if (typeof schema.additionalProperties === 'object') alone['additionalProperties'] = true;
    try {
      requireSchema(ajv, alone);
      ajv.compile(alone);
    } catch (error) {
      yield { pointer: place, message: messageOf(error) };
    }
  }
}

/** What ajv says, with what to do about it where ajv's words do not lead there. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const format = /^unknown format ("[^"]*")/.exec(message);
  if (format !== null)
    return `unknown format ${format[1]}; use a known one or define it in src/contract/formats.ts`;
  const keyword = /unknown keyword: ("[^"]*")/.exec(message);
  if (keyword !== null)
    return `unknown keyword ${keyword[1]}; correct it or declare it in scripts/generate/ajv.ts`;
  return message;
}
