/** The verdicts of the review, on the real contract with one change each. */
import { describe, expect, it } from 'vitest';
import { theContract } from '../../scripts/generate/the-contract.ts';
import { withChanges } from '../../scripts/lint/changes.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { isBreaking } from '../../src/review/level.ts';
import type { ReviewReport } from '../../src/review/report.ts';
import { review } from '../../src/review/review.ts';
import { KNOWN_CHANGES } from './known-changes.ts';

const contract = theContract();

function reviewed(changed: OpenApiDocument): ReviewReport {
  const side = (document: OpenApiDocument) => ({
    label: 'contract',
    document,
    placeOf: (place: string) => place,
  });
  return review({
    old: side(contract),
    new: side(changed),
    oasdiff: { ran: false, why: 'it is not needed here' },
  });
}

const REPORTS = new Map(
  KNOWN_CHANGES.map((known) => [known, reviewed(withChanges(contract, known.changes))]),
);

describe('the review', () => {
  it.each(KNOWN_CHANGES)('calls it $verdict when $title', (known) => {
    const { verdict, rule } = known;
    const report = REPORTS.get(known) ?? reviewed(contract);
    const worst = report.changes.filter(({ level }) => level === verdict).map((change) => change.rule);
    expect(report.verdict, JSON.stringify(report.changes, null, 1)).toBe(verdict);
    if (rule !== undefined) expect(worst).toContain(rule);
    else expect(report.changes).toEqual([]);
  });

  it('knows at least forty changes, and each verdict among them', () => {
    expect(KNOWN_CHANGES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(KNOWN_CHANGES.map(({ verdict }) => verdict)).size).toBe(4);
  });

  it('names for every break who notices it: an operation, or a language', () => {
    for (const [{ title }, { changes }] of REPORTS) {
      for (const change of changes) {
        if (!isBreaking(change.level)) continue;
        expect(
          change.operations.length + change.languages.length + Number(change.direction === 'document'),
          title,
        ).toBeGreaterThan(0);
      }
    }
  });

  it('explains every line of generated code that breaks by a rule of its own', () => {
    const unexplained = [...REPORTS].flatMap(([{ title }, { changes }]) =>
      changes.filter(({ rule }) => rule === 'generated-name-changed').map(({ name }) => `${title}: ${name}`),
    );
    expect(unexplained).toEqual([]);
  });
});
