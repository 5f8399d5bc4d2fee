/** The TypeScript models, by openapi-typescript. */
import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';

export async function typesModule(document: OpenApiDocument): Promise<string> {
  // The generator edits what it is given, and its input type is its own model of the same document.
  const input = structuredClone(document) as unknown as Parameters<typeof openapiTS>[0];
  const nodes = await openapiTS(input, {
    alphabetize: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
  });
  return withHeader('ts', astToString(nodes));
}
