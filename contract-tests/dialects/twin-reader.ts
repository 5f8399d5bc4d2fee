/** How the 3.0.3 file is read: as its own specification says, by ajv's own reading of `nullable`, never by our translation. */
import { Ajv, type ValidateFunction } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isReference, type OpenApiDocument, schemasOf } from '../../src/contract/document.ts';
import { formats } from '../../src/contract/formats.ts';

const ID = 'openapi-3.0.json';

/**
 * Keywords that OpenAPI 3.0.3 defines (section 4.7.24.1) and that mean in JSON Schema draft 7, which ajv reads here, what they
 * mean there. The exclusive limits do not: there they are booleans.
 */
const SHARED: ReadonlySet<string> = new Set([
  ...['type', 'nullable', 'properties', 'required', 'additionalProperties', 'minProperties', 'items'],
  ...['minLength', 'minimum', 'maximum', 'format', 'description', 'example', '$ref'],
]);

export type TwinReader = (place: string) => ValidateFunction;

/** @throws Error for a schema that says something which 3.0 and draft 7 understand differently, or not at all */
export function readTwin(twin: OpenApiDocument): TwinReader {
  for (const { pointer, schema } of schemasOf(twin)) {
    const unknown = Object.keys(schema).filter(
      (keyword) => !SHARED.has(keyword) && !keyword.startsWith('x-'),
    );
    if (unknown.length > 0)
      throw new Error(`${pointer} has ${unknown.join(', ')}, which is not read as OpenAPI 3.0`);
    if (typeof schema.type !== 'string')
      throw new Error(`${pointer} has no single type, as OpenAPI 3.0 demands`);
    for (const child of Object.values(schema.properties ?? {})) {
      // Whatever stands beside a reference is ignored in 3.0, and obeyed by ajv.
      if (isReference(child) && Object.keys(child).length > 1)
        throw new Error(`${pointer} has a reference with siblings`);
    }
  }
  const ajv = new Ajv({ strict: true, strictTypes: false, logger: false, validateSchema: false });
  for (const keyword of ['components', 'paths', 'example', 'x-extensible-enum', 'x-sensitive'])
    ajv.addKeyword(keyword);
  const { email } = fullFormats;
  if (!(email instanceof RegExp))
    throw new Error('ajv-formats no longer defines "email" as a regular expression');
  ajv.addFormat('email', email);
  for (const [name, definition] of Object.entries(formats)) ajv.addFormat(name, definition);
  ajv.addSchema({ $id: ID, components: twin.components, paths: twin.paths });
  return (place) => ajv.compile({ $ref: `${ID}#${encodeURI(place)}` });
}
