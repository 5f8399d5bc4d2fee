/** A few of the sandbox's faults, and whether all of them name rules that there are; `npm run mutants` runs every one. */
import { describe, expect, it } from 'vitest';
import { faults } from '../sandbox/faults/catalogue.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { check } from './check.ts';
import { theDocument } from './contract.fixture.ts';
import { ruleTexts } from './rules/texts.ts';
import { completeByForm } from './run/complete-session.ts';
import { checkTexts } from './texts.ts';

const CLIENT = { clientId: 'mutants', apiKey: 'key-of-the-mutants' };

/** One of each kind of trouble: between requests, in an answer, at the door. */
const SAMPLE = ['update-clears-phone', 'create-keeps-twice', 'allow-wrong', 'session-saves-nothing'];

describe('the faults of the sandbox', () => {
  it('each name a rule that there is', () => {
    const unknown = faults.filter(({ caughtBy }) => !(caughtBy in ruleTexts) && !(caughtBy in checkTexts));
    expect(unknown.map(({ id, caughtBy }) => `${id}: ${caughtBy}`)).toEqual([]);
    expect(faults.length).toBeGreaterThanOrEqual(300);
  });

  it.each(SAMPLE)('are caught by the rule that they name: %s', async (id) => {
    const { fetch } = createSandbox({ clients: [CLIENT], faults: [id] });
    const report = await check({
      document: theDocument,
      credentials: CLIENT,
      target: { url: 'http://sandbox.invalid', fetch, completeSession: completeByForm(fetch) },
      disposable: true,
      timeoutMs: 1_000,
    });
    expect(report.findings.map(({ rule }) => rule)).toContain(
      faults.find((fault) => fault.id === id)?.caughtBy,
    );
  });
});
