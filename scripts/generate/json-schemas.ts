/** schemas/: each model as a JSON Schema 2020-12 document of its own, for tools that know nothing of OpenAPI. */
import {
  isReference,
  type OpenApiDocument,
  type Reference,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { segmentsOf } from '../../src/contract/pointer.ts';
import { type Artifacts, jsonText } from './artifact.ts';
import { GenerateFailure } from './failure.ts';

/**
 * What every `$id` begins with. It names and does not locate: `.example` is reserved (RFC 2606), so it can neither be fetched
 * nor belong to somebody else. References are file names, so they resolve by `$id` and as files of one folder alike.
 */
const BASE = 'https://plexo-customers.example/schemas/';

export function jsonSchemas(document: OpenApiDocument): Artifacts {
  const schemas = Object.entries(document.components?.schemas ?? {});
  return new Map(
    schemas.map(([name, schema]) => [
      `schemas/${name}.json`,
      jsonText({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `${BASE}${name}.json`,
        ...standardPart(schema),
      }),
    ]),
  );
}

/** A schema without the extensions, which a strict validator of plain JSON Schema refuses as unknown keywords. */
function standardPart(schema: SchemaObject | Reference): Readonly<Record<string, unknown>> {
  if (isReference(schema)) return { $ref: fileOf(schema.$ref) };
  const keywords = Object.entries(schema).filter(([keyword]) => !keyword.startsWith('x-'));
  return Object.fromEntries(keywords.map(([keyword, value]) => [keyword, partOf(keyword, value)]));
}

function partOf(keyword: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // The types of SchemaObject say what stands under these keywords; every other keyword holds plain data.
  if (keyword === 'items' || keyword === 'additionalProperties') return standardPart(value as SchemaObject);
  if (keyword !== 'properties') return value;
  const properties: readonly [string, SchemaObject][] = Object.entries(value);
  return Object.fromEntries(properties.map(([name, property]) => [name, standardPart(property)]));
}

function fileOf(reference: string): string {
  const [components, schemas, name, ...rest] = reference.startsWith('#') ? segmentsOf(reference) : [];
  if (components !== 'components' || schemas !== 'schemas' || name === undefined || rest.length > 0) {
    throw new GenerateFailure(
      `openapi: a schema refers to ${reference}; refer to a whole schema of components`,
    );
  }
  return `${name}.json`;
}
