import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withChanges } from '../../scripts/lint/changes.ts';
import type { LintFinding } from '../../scripts/lint/finding.ts';
import { lintDocument, lintWithOwnRules } from '../../scripts/lint/lint-document.ts';
import { EXAMPLE_RULES, lintWithRedocly } from '../../scripts/lint/redocly.ts';
import { lintWithSpectral } from '../../scripts/lint/spectral.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { SEEDED_FAULTS, type SeededFault } from './seeded-faults-list.ts';

// The generated bundle is validated as OpenAPI 3.1 when it is written.
const bundle = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
) as OpenApiDocument;

describe('the contract itself', () => {
  it('has no finding of any tool', async () => {
    expect(await lintDocument(bundle)).toEqual([]);
  });
});

describe('lint and the rules of the project notice', () => {
  const onExamples = redoclyOn(namesExampleRule);
  const onOthers = redoclyOn((fault) => !namesExampleRule(fault), EXAMPLE_RULES);

  it.each(SEEDED_FAULTS)('$id: $title', async (fault) => {
    const document = withChanges(bundle, fault.changes);
    const findings = [
      ...lintWithOwnRules(document),
      ...(await lintWithSpectral(document, spectralRulesOf(fault))),
      ...((await onExamples).get(fault.id) ?? (await onOthers).get(fault.id) ?? []),
    ];
    for (const { tool, rule, at = fault.at } of fault.noticedBy) {
      const places = placesOf(findings, tool, rule);
      expect(places, `${tool} rule ${rule} must notice it`).not.toEqual([]);
      expect(
        places.filter((place) => place === at || place.startsWith(`${at}/`)),
        `at ${at}, not ${places}`,
      ).not.toEqual([]);
    }
  });

  it('twenty-five faults, from a to y, none of them without a rule that notices it', () => {
    expect(SEEDED_FAULTS.map(({ id }) => id).join('')).toBe('abcdefghijklmnopqrstuvwxy');
    expect(SEEDED_FAULTS.filter(({ noticedBy }) => noticedBy.length === 0)).toEqual([]);
  });
});

/** Redocly on the faults that are wanted, by the id of the fault; the slow rules only where a fault names one. */
async function redoclyOn(
  wanted: (fault: SeededFault) => boolean,
  skip: readonly string[] = [],
): Promise<ReadonlyMap<string, readonly LintFinding[]>> {
  const faults = SEEDED_FAULTS.filter(wanted);
  const found = await lintWithRedocly(
    faults.map(({ changes }) => withChanges(bundle, changes)),
    { skip },
  );
  return new Map(faults.map(({ id }, index) => [id, found[index] ?? []]));
}

function namesExampleRule({ noticedBy }: SeededFault): boolean {
  return noticedBy.some(({ rule }) => EXAMPLE_RULES.includes(rule));
}

/** Only the rules that the fault names: compiling all examples for all rules takes ten times as long. */
function spectralRulesOf({ noticedBy }: SeededFault): readonly string[] {
  return noticedBy.filter(({ tool }) => tool === 'spectral').map(({ rule }) => rule);
}

function placesOf(
  findings: readonly LintFinding[],
  tool: LintFinding['tool'],
  rule: string,
): readonly string[] {
  return findings
    .filter((finding) => finding.tool === tool && finding.rule === rule)
    .map(({ pointer }) => pointer);
}
