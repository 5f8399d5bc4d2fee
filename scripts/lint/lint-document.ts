/** All tools and the project's own rules on bundled documents in memory; many documents cost one Redocly process. */
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { runRules } from '../../openapi/rules/rule.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { LintFinding } from './finding.ts';
import { lintWithRedocly } from './redocly.ts';
import { lintWithSpectral } from './spectral.ts';

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

/**
 * For each document the findings of the first tool that has any: own rules, then Redocly, then Spectral. Where only
 * the question counts whether a fault is noticed at all, this saves the slow tools for what the fast ones let through.
 */
export async function firstFindings(documents: readonly OpenApiDocument[]): Promise<LintFinding[][]> {
  const found = documents.map(lintWithOwnRules);
  await fillEmpty(found, documents, lintWithRedocly);
  await fillEmpty(found, documents, async (rest) => {
    const findings: LintFinding[][] = [];
    for (const document of rest) findings.push(await lintWithSpectral(document));
    return findings;
  });
  return found;
}

async function fillEmpty(
  found: LintFinding[][],
  documents: readonly OpenApiDocument[],
  lint: (rest: readonly OpenApiDocument[]) => Promise<LintFinding[][]>,
): Promise<void> {
  const open = [...found.keys()].filter((index) => found[index]?.length === 0);
  const findings = await lint(open.flatMap((index) => documents[index] ?? []));
  for (const [position, index] of open.entries()) found[index] = findings[position] ?? [];
}

export function lintWithOwnRules(document: OpenApiDocument): LintFinding[] {
  return runRules(OWN_RULES, document).map((finding) => ({ tool: 'own', ...finding }));
}
