import { beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../src/contract/judge.ts';
import { faults } from '../../src/sandbox/faults/catalogue.ts';
import { type Step, tour, tourSandbox } from './tour.ts';

/** They never end, or break off; they have tests of their own below. */
const ENDLESS = new Set(['delay', 'hang', 'stall', 'reset']);
/** The rules of the judge that look at one answer; the other faults show between answers, or in which request was taken. */
const ANSWER_RULES = new Set([
  'body-schema',
  'body-presence',
  'json-well-formed',
  'media-type',
  'status-documented',
]);

let clean: readonly Step[];

beforeAll(async () => {
  clean = await tour(tourSandbox());
});

const shown = ({ name, status, headers, body }: Step): string =>
  JSON.stringify([name, status, headers, body]);

function differences(faulty: readonly Step[]): readonly Step[] {
  return faulty.filter((step, index) => clean[index] === undefined || shown(step) !== shown(clean[index]));
}

function rulesBrokenBy(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ operation, status, headers, body }) => {
    if (operation === undefined) return [];
    const bytes = Uint8Array.from(body, (character) => character.charCodeAt(0));
    const response = { status, headers: new Headers(headers), body: bytes };
    return judge({ operation, response })
      .filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule);
  });
}

describe('the clean sandbox', () => {
  it('keeps the contract on the whole tour', () => {
    expect(clean.length).toBeGreaterThan(150);
    expect(rulesBrokenBy(clean)).toEqual([]);
  });

  it('gives the same answers each time', async () => {
    expect((await tour(tourSandbox())).map(shown)).toEqual(clean.map(shown));
  });
});

describe('each fault', () => {
  const endable = faults.filter(({ id }) => !ENDLESS.has(id));

  it.each(endable)(
    '$id shows, and breaks the rule that it names: $title',
    async ({ id, caughtBy, operation, kind }) => {
      const faulty = await tour(tourSandbox({ faults: [id] }), clean);
      const different = differences(faulty);
      expect(different.length).toBeGreaterThan(0);
      if (ANSWER_RULES.has(caughtBy)) expect(rulesBrokenBy(different)).toContain(caughtBy);
      // What is done to answers stays on the answers that it names; what is done to the state goes its own ways.
      const local = kind === 'shape' || kind === 'status' || kind === 'header' || kind === 'transport';
      if (local && operation !== undefined) {
        expect(different.filter((step) => step.operation !== operation).map(({ name }) => name)).toEqual([]);
      }
    },
  );
});
