import { describe, expect, it } from 'vitest';
import { allChecks } from '../../contract-tests/prism/checks.ts';
import { loadBundle } from './bundle.ts';
import { checkIdsOf } from './check-ids.ts';
import { proofsOf } from './proofs.ts';
import { testIdsIn } from './test-ids.ts';

const document = await loadBundle();

describe('ids in test titles', () => {
  it('are found at the start of a title, several of them too', () => {
    const source = [
      "it('[one] does', () => {});",
      '  test(',
      '    `[two] [three] do`,',
      "  it.each([1])('[four] %i', f);",
    ];
    expect(testIdsIn(source.join('\n'))).toEqual(['one', 'two', 'three', 'four']);
  });

  it('are not found where nothing is proven: skipped, planned, in a comment, within a title', () => {
    const source = [
      "it.skip('[one] does', f);",
      "it.todo('[two] does');",
      "// it('[three] does', f);",
      "it('does [four]', f);",
    ];
    expect(testIdsIn(source.join('\n'))).toEqual([]);
  });
});

describe('ids of contract checks', () => {
  it('each name a check of the plan against the mock, or a group of them', () => {
    const planned = allChecks(document).map(({ id }) => id);
    for (const id of checkIdsOf(document)) {
      const group = id.endsWith('/violations') ? `${id.slice(0, -1)}/` : `${id}/`;
      expect(
        planned.some((candidate) => candidate === id || candidate.startsWith(group)),
        id,
      ).toBe(true);
    }
  });
});

it('collects rules, contract checks and tests under their prefixes', async () => {
  const proofs = await proofsOf(document, process.cwd());
  expect(proofs).toContain('rule:no-body-on-204');
  expect(proofs).toContain('check:createCustomer/201/created');
  expect(proofs).toContain('check:deleteCustomer/204');
  expect(proofs).toContain('test:guide-examples');
});
