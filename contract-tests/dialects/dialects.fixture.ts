/** Both files of the contract as they are published. */
import { readFileSync } from 'node:fs';
import type { OpenApiDocument } from '../../src/contract/document.ts';

function published(name: string): OpenApiDocument {
  return JSON.parse(readFileSync(new URL(`../../generated/${name}`, import.meta.url), 'utf8'));
}

export const original = published('openapi.json');
export const twin = published('openapi-3.0.json');
