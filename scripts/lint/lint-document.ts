/** All tools and the project's own rules on bundled documents in memory; many documents cost one Redocly process. */
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { runRules } from '../../openapi/rules/rule.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { LintFinding } from './finding.ts';
import { lintWithRedocly } from './redocly.ts';
import { lintWithSpectral } from './spectral.ts';

export async function lintDocument(document: OpenApiDocument): Promise<LintFinding[]> {
  const [findings = []] = await lintDocuments([document]);
  return findings;
}

/** One list of findings for each document, in the same order. */
export async function lintDocuments(documents: readonly OpenApiDocument[]): Promise<LintFinding[][]> {
  const redocly = lintWithRedocly(documents);
  const others: LintFinding[][] = [];
  for (const document of documents) {
    others.push([...lintWithOwnRules(document), ...(await lintWithSpectral(document))]);
  }
  const ofRedocly = await redocly;
  return others.map((findings, index) => [...findings, ...(ofRedocly[index] ?? [])]);
}

export function lintWithOwnRules(document: OpenApiDocument): LintFinding[] {
  return runRules(OWN_RULES, document).map((finding) => ({ tool: 'own', ...finding }));
}
