/** The bundled spec that the ledger speaks of. */
import { readFile } from 'node:fs/promises';
import type { OpenApiDocument } from '../../src/contract/document.ts';

export const BUNDLE_FILE = 'generated/openapi.json';

export async function loadBundle(file: string | URL = BUNDLE_FILE): Promise<OpenApiDocument> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}: cannot be read; run npm run generate first`);
  });
  const document = parsed(text);
  if (typeof document !== 'object' || document === null || !('openapi' in document && 'paths' in document)) {
    throw new Error(`${file}: is no OpenAPI document in JSON; run npm run generate`);
  }
  // The linters judge the rest of its shape before the ledger is asked.
  return document as OpenApiDocument;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
