/** The bundled spec that the ledger speaks of. */
import { readFile } from 'node:fs/promises';
import type { OpenApiDocument } from '../../src/contract/document.ts';

export const BUNDLE_FILE = 'generated/openapi.json';

export async function loadBundle(file: string | URL = BUNDLE_FILE): Promise<OpenApiDocument> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}: cannot be read; run npm run generate first`);
  });
  try {
    // The linters judge the bundle as an OpenAPI document before the ledger is asked.
    return JSON.parse(text) as OpenApiDocument;
  } catch {
    throw new Error(`${file}: is not JSON; run npm run generate`);
  }
}
