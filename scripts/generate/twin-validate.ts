/**
 * Two independent validators of OpenAPI 3.0 documents: one judges the JSON Schema of the specification alone, the other
 * also what it says in prose (parameters match the path, operation ids are unique).
 */
import { validate } from '@readme/openapi-parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { OpenApiDocument } from '../../src/contract/document.ts';

/** What the validators complain of; empty when both accept the document. */
export async function complaints(document: OpenApiDocument): Promise<readonly string[]> {
  return [...(await readmeComplaints(document)), ...(await schemaComplaints(document))];
}

async function readmeComplaints(document: OpenApiDocument): Promise<readonly string[]> {
  // The parser resolves references in place, hence the copy; its parameter is its own model of any OpenAPI document.
  const result = await validate(structuredClone(document) as unknown as Parameters<typeof validate>[0]);
  if (result.valid) return [];
  return result.errors.map(({ message }) => `(@readme/openapi-parser): ${message.split('\n')[0]}`);
}

async function schemaComplaints(document: OpenApiDocument): Promise<readonly string[]> {
  const { valid, errors = 'invalid' } = await new Validator().validate({ ...structuredClone(document) });
  if (valid) return [];
  const texts =
    typeof errors === 'string'
      ? [errors]
      : errors.map(
          ({ instancePath, message, params }) => `#${instancePath} ${message} ${JSON.stringify(params)}`,
        );
  return texts.map((text) => `(@seriousme/openapi-schema-validator): ${text}`);
}
