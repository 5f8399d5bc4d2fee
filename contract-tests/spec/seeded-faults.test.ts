import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withChanges } from '../../scripts/lint/changes.ts';
import type { LintFinding } from '../../scripts/lint/finding.ts';
import { lintWithOwnRules } from '../../scripts/lint/lint-document.ts';
import { EXAMPLE_RULES, lintWithRedocly } from '../../scripts/lint/redocly.ts';
import { lintWithSpectral } from '../../scripts/lint/spectral.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { SEEDED_FAULTS, type SeededFault } from './seeded-faults-list.ts';

// The generated bundle is validated as OpenAPI 3.1 when it is written.
const bundle = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
) as OpenApiDocument;

/** The contract as it is, linted in the same process as its faulty copies. */
const UNCHANGED = 'unchanged';
const onExamples = redoclyOn([{ id: UNCHANGED, changes: [] }, ...SEEDED_FAULTS.filter(namesExampleRule)]);
const onOthers = redoclyOn(
  SEEDED_FAULTS.filter((fault) => namesRedocly(fault) && !namesExampleRule(fault)),
  EXAMPLE_RULES,
);

describe('the contract itself', () => {
  it('has no finding of any tool', async () => {
    expect(lintWithOwnRules(bundle)).toEqual([]);
    expect(await lintWithSpectral(bundle)).toEqual([]);
    expect((await onExamples).get(UNCHANGED)).toEqual([]);
  });
});

describe('lint and the rules of the project notice', () => {
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

/** Redocly on copies of the contract in one process, by id; the slow rules only where a fault names one. */
async function redoclyOn(
  copies: readonly Pick<SeededFault, 'id' | 'changes'>[],
  skip: readonly string[] = [],
): Promise<ReadonlyMap<string, readonly LintFinding[]>> {
  const found = await lintWithRedocly(
    copies.map(({ changes }) => withChanges(bundle, changes)),
    { skip },
  );
  return new Map(copies.map(({ id }, index) => [id, found[index] ?? []]));
}

function namesRedocly({ noticedBy }: SeededFault): boolean {
  return noticedBy.some(({ tool }) => tool === 'redocly');
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
