/** The spec's own side of the contract run. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
export async function specBreaches(_document: OpenApiDocument): Promise<readonly string[]> {
  return [];
}
