/** The committed bundle, for tests that need the real contract without bundling it anew. */
import { readFileSync } from 'node:fs';
import type { OpenApiDocument } from '../../src/contract/document.ts';

export function theContract(): OpenApiDocument {
  const text = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8');
  // This file was written by the generator, which compiled every schema in it.
  return JSON.parse(text) as OpenApiDocument;
}
