/** The bundled spec, for tests. */
import { readFileSync } from 'node:fs';
import type { OpenApiDocument } from './document.ts';

export const theDocument: OpenApiDocument = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
);
