/** Every check of the contract run as a test, against one real Prism process. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { requestConstraints } from '../../src/contract/violations.ts';
import { type Mock, startMock } from '../../src/mock/prism.ts';
import { allChecks } from './checks.ts';
import { OPERATION_IDS } from './plan.ts';
import { operationBlocks, paint, totals } from './report.ts';
import type { CheckResult } from './run.ts';
import { runtimeValidators } from './runtime-validators.ts';
import { tally } from './tally.ts';

const BUNDLE = new URL('../../generated/openapi.json', import.meta.url);
const document: OpenApiDocument = JSON.parse(readFileSync(BUNDLE, 'utf8'));
const checks = allChecks(document);
const runtime = runtimeValidators(document);
const results: CheckResult[] = [];
let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
}, 30_000);

afterAll(async () => {
  await mock?.stop();
});

describe.each(OPERATION_IDS)('%s against Prism', (operation) => {
  it.each(checks.filter((check) => check.operation === operation))('$section $title', async (check) => {
    const proof = await check.run({ url: mock.url, runtime });
    expect(proof.proven).not.toEqual([]);
    results.push({ check, ms: 0, proof });
  });
});

describe('what ran', () => {
  const constraints = requestConstraints(document).violations.map(
    ({ operation, spec }) => `${operation}/violation${spec}`,
  );

  it('exercised every operation, documented response, named example and request constraint', () => {
    const counts = tally(results, constraints);
    expect(counts.map(({ what, missing }) => [what, missing])).toEqual(counts.map(({ what }) => [what, []]));
    expect(counts.map(({ documented }) => documented > 0)).not.toContain(false);
  });

  it('is counted from the results: without them, everything is missing', () => {
    for (const { seen, missing, documented } of tally([], constraints)) {
      expect(seen).toBe(0);
      expect(missing).toHaveLength(documented);
    }
  });

  it('is reported in lines of at most 80 columns', () => {
    const counts = tally(results, constraints);
    const totalled = totals({ results, counts, breaches: [], ms: 1_234 }, paint(false));
    const lines = [operationBlocks(results, paint(false)), totalled].join('\n').split('\n');
    expect(lines.length).toBeGreaterThan(OPERATION_IDS.length * 5);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('has a distinct id for each check', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });
});
