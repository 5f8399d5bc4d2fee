/** The real ledger, against the committed bundle. */
import { expect, it } from 'vitest';
import { loadBundle } from './bundle.ts';
import { checkLedger } from './check.ts';
import { valueDigest } from './digest.ts';
import { elementsOf } from './elements.ts';
import { loadLedger } from './load.ts';
import { proofsOf } from './proofs.ts';
import { provenanceOf } from './provenance.ts';
import { shown } from './shown.ts';

const document = await loadBundle();
const ledger = await loadLedger();

it('[ledger-clean] answers for every statement of the guide and every element of the spec', async () => {
  const findings = checkLedger({ ledger, document, proofs: await proofsOf(document, process.cwd()) });
  expect(findings.map(shown)).toEqual([]);
});

it('[guide-examples] holds every JSON block of the guide as an example, value for value', () => {
  const blocks = ledger.guide.statements.filter(({ json }) => json !== undefined);
  expect(blocks.map(({ example }) => example)).toEqual([
    'CustomerCreateGuide',
    'CustomerUpdateGuide',
    'PaymentInstrumentListGuide',
    'PaymentCreateGuide',
    'SessionCreateGuide',
  ]);
  for (const { json, example = '' } of blocks) {
    expect(valueDigest(document.components?.examples?.[example]?.value), example).toBe(json);
  }
});

it('calls every success code an assumption, because no source of the vendor shows one', () => {
  const successes = [...elementsOf(document)].filter(
    ({ group, pointer }) => group === 'response' && /\/responses\/2\d\d$/.test(pointer),
  );
  expect(successes).toHaveLength(9);
  for (const { pointer } of successes) expect(provenanceOf(ledger, pointer), pointer).toContain('assumption');
});

it('tells of each contradiction which sources disagree', () => {
  const contradictions = ledger.questions.flatMap(({ contradiction }) => contradiction ?? []);
  expect(contradictions.length).toBeGreaterThanOrEqual(16);
  for (const text of contradictions) {
    const named = [...text.matchAll(/\b[SRL]\d+\b/g)].map(([id]) => id);
    expect(named.length, text).toBeGreaterThanOrEqual(2);
    for (const id of named) expect(ledger.sources, text).toHaveProperty(id);
  }
});
