import { describe, expect, it } from 'vitest';
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { runRules } from '../../openapi/rules/rule.ts';
import { effectiveRules, switchedOff, switchedOffGaps } from './effective-rules.ts';
import type { LintFinding } from './finding.ts';
import {
  baseDocument,
  type Fixture,
  fixtureGaps,
  fixtureName,
  loadFixtures,
  trimmedDocument,
} from './fixtures.ts';
import { lintWithOwnRules } from './lint-document.ts';
import { EXAMPLE_RULES, lintWithRedocly } from './redocly.ts';
import { lintWithSpectral } from './spectral.ts';

const fixtures = loadFixtures();
const ofTool = (tool: Fixture['tool']) => fixtures.filter((fixture) => fixture.tool === tool);

/** Not a rule: the entry of the clean document among the proofs. */
const CLEAN = 'the clean document';

// Started before anything else: the processes run beside Spectral.
const ofRedocly = redoclyProofs(ofTool('redocly'));

/** The failing document is found faulty by its rule, at its place; the passing one is not. */
function expectProof(
  { rule, at }: Fixture,
  failing: readonly LintFinding[],
  passing: readonly LintFinding[],
): void {
  const places = failing.filter((finding) => finding.rule === rule).map(({ pointer }) => pointer);
  expect(places, `${rule} must find the failing fixture faulty`).not.toHaveLength(0);
  if (at !== undefined)
    expect(places).toSatisfy((all: string[]) => all.some((place) => isAt(place, at)), `at ${at}: ${places}`);
  expect(passing.filter((finding) => finding.rule === rule)).toEqual([]);
}

function isAt(place: string, at: string): boolean {
  return place === at || place.startsWith(`${at}/`);
}

describe('the base document', () => {
  it("is clean under every rule of the project's own", () => {
    expect(lintWithOwnRules(baseDocument())).toEqual([]);
  });

  it('is clean under every public rule when it is trimmed', async () => {
    expect((await ofRedocly).get(CLEAN)).toEqual({ failing: [], passing: [] });
    expect(await lintWithSpectral(trimmedDocument())).toEqual([]);
  });
});

describe('each Spectral rule that is on', () => {
  it.each(ofTool('spectral'))(
    '$rule finds its failing fixture and passes its passing one',
    async (fixture) => {
      const { rule, failing, passing } = fixture;
      const found = await lintWithSpectral(failing, [rule]);
      expectProof(fixture, found, passing === undefined ? [] : await lintWithSpectral(passing, [rule]));
    },
  );
});

describe('each Redocly rule that is on', () => {
  it.each(ofTool('redocly'))(
    '$rule finds its failing fixture and passes its passing one',
    async (fixture) => {
      const { failing = [], passing = [] } = (await ofRedocly).get(fixture.rule) ?? {};
      expectProof(fixture, failing, passing);
    },
  );
});

describe("each of the project's own rules", () => {
  it.each(ofTool('own'))('$rule finds its failing fixture and passes its passing one', (fixture) => {
    const rules = OWN_RULES.filter(({ id }) => id === fixture.rule);
    const check = (document: Fixture['failing']) =>
      runRules(rules, document).map((finding): LintFinding => ({ tool: 'own', ...finding }));
    expectProof(fixture, check(fixture.failing), fixture.passing === undefined ? [] : check(fixture.passing));
  });
});

describe('completeness', () => {
  const effective = effectiveRules();

  it('every rule that is on has a fixture, and every fixture a rule that is on', async () => {
    expect(fixtureGaps((await effective).on, fixtures)).toEqual([]);
  });

  it('the rules that are off are exactly those of the table of reasons', async () => {
    expect(switchedOffGaps((await effective).off, switchedOff())).toEqual([]);
  });

  it('a rule without a fixture and a fixture without a rule are both reported', () => {
    const rules = { spectral: ['a:b'], redocly: [], own: [] };
    const gaps = fixtureGaps(rules, [{ tool: 'own', rule: 'gone', file: 'gone.yaml' }]);
    expect(gaps).toEqual([
      expect.stringContaining('spectral rule a:b is on and has no fixture'),
      expect.stringContaining('gone.yaml: the rule gone is not on'),
    ]);
    expect(fixtureName('a:b')).toBe('a-b.yaml');
  });

  it('a rule that is off without a row, a row whose rule is on and a row without a reason are all reported', () => {
    const off = { spectral: ['silent', 'mute'], redocly: [] };
    const table = [
      { tool: 'redocly', rule: 'loud', reason: 'A reason in a whole sentence.' },
      { tool: 'spectral', rule: 'mute', reason: 'no' },
      { tool: 'redocly', rule: 'shy', scope: 'sources', reason: 'A reason in a whole sentence.' },
      { tool: 'spectral', rule: 'silent', scope: 'sources', reason: 'A reason in a whole sentence.' },
    ] as const;
    expect(switchedOffGaps(off, table)).toEqual([
      expect.stringContaining('spectral rule silent is off without a reason'),
      expect.stringContaining('redocly rule loud is not off'),
      expect.stringContaining('mute has no reason'),
      expect.stringContaining('spectral rule silent is off everywhere; remove its scope'),
    ]);
  });
});

interface Proof {
  readonly failing: readonly LintFinding[];
  readonly passing: readonly LintFinding[];
}

type Provable = Pick<Fixture, 'rule' | 'failing' | 'passing' | 'files'>;

/** One process for the rules that compile schemas and for the clean document, a fast one for all other rules. */
async function redoclyProofs(all: readonly Fixture[]): Promise<ReadonlyMap<string, Proof>> {
  const slow = all.filter(({ rule }) => EXAMPLE_RULES.includes(rule));
  const fast = all.filter(({ rule }) => !EXAMPLE_RULES.includes(rule));
  const clean: Provable = { rule: CLEAN, failing: trimmedDocument(), files: {} };
  const found = await Promise.all([proofsOf([...slow, clean]), proofsOf(fast, EXAMPLE_RULES)]);
  return new Map(found.flat());
}

async function proofsOf(some: readonly Provable[], skip: readonly string[] = []): Promise<[string, Proof][]> {
  const withPassing = some.filter(({ passing }) => passing !== undefined);
  const documents = [...some.map(({ failing }) => failing), ...withPassing.map(({ passing }) => passing)];
  const beside = Object.assign({}, ...some.map(({ files }) => files));
  const found = await lintWithRedocly(documents, { beside, skip });
  return some.map((fixture, index) => {
    const position = withPassing.indexOf(fixture);
    const passing = position < 0 ? [] : (found[some.length + position] ?? []);
    return [fixture.rule, { failing: found[index] ?? [], passing }];
  });
}
