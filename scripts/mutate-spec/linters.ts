/** Spectral and Redocly on what the fast gates let through: one Redocly process for a batch, Spectral only on the rest. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { lintWithRedocly } from '../lint/redocly.ts';
import { lintWithSpectral } from '../lint/spectral.ts';

const BATCH = 100;

/** The first finding for each document; `undefined` where neither has one. */
export async function foreignLinters(
  documents: readonly OpenApiDocument[],
): Promise<readonly (string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (let start = 0; start < documents.length; start += BATCH) {
    const batch = documents.slice(start, start + BATCH);
    const ofRedocly = await lintWithRedocly(batch);
    for (const [index, document] of batch.entries()) {
      const [first = undefined] = ofRedocly[index]?.length
        ? ofRedocly[index]
        : await lintWithSpectral(document);
      found.push(first && `${first.tool} ${first.rule}`);
    }
  }
  return found;
}
