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
import { lintDocument } from './lint-document.ts';
import { lintWithRedocly } from './redocly.ts';
import { lintWithSpectral } from './spectral.ts';

const fixtures = loadFixtures();
const ofTool = (tool: Fixture['tool']) => fixtures.filter((fixture) => fixture.tool === tool);

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
  it('is clean under every rule of every tool', async () => {
    expect(await lintDocument(baseDocument())).toEqual([]);
  });

  it('is clean under every public rule when it is trimmed', async () => {
    const [[redocly], spectral] = await Promise.all([
      lintWithRedocly([trimmedDocument()]),
      lintWithSpectral(trimmedDocument()),
    ]);
    expect([...(redocly ?? []), ...spectral]).toEqual([]);
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
  const proofs = redoclyProofs(ofTool('redocly'));

  it.each(ofTool('redocly'))(
    '$rule finds its failing fixture and passes its passing one',
    async (fixture) => {
      const { failing = [], passing = [] } = (await proofs).get(fixture.rule) ?? {};
      expectProof(fixture, failing, passing);
    },
  );
});

interface Proof {
  readonly failing: readonly LintFinding[];
  readonly passing: readonly LintFinding[];
}

/** Two processes beside each other: one for the rules that compile schemas, a fast one for all others. */
async function redoclyProofs(all: readonly Fixture[]): Promise<ReadonlyMap<string, Proof>> {
  const slow = [
    'no-invalid-media-type-examples',
    'no-invalid-parameter-examples',
    'no-invalid-schema-examples',
  ];
  const isSlow = ({ rule }: Fixture) => slow.includes(rule);
  const [first, second] = await Promise.all([
    proofsOf(all.filter(isSlow), []),
    proofsOf(
      all.filter((fixture) => !isSlow(fixture)),
      slow,
    ),
  ]);
  return new Map([...first, ...second]);
}

async function proofsOf(some: readonly Fixture[], skip: readonly string[]): Promise<[string, Proof][]> {
  const withPassing = some.filter(({ passing }) => passing !== undefined);
  const documents = [...some.map(({ failing }) => failing), ...withPassing.map(({ passing }) => passing)];
  const beside = Object.assign({}, ...some.map(({ files }) => files));
  const found = await lintWithRedocly(documents, { beside, skip });
  return some.map((fixture, index) => {
    const second = withPassing.indexOf(fixture);
    const passing = second < 0 ? [] : (found[some.length + second] ?? []);
    return [fixture.rule, { failing: found[index] ?? [], passing }];
  });
}

describe("each of the project's own rules", () => {
  it.each(ofTool('own'))('$rule finds its failing fixture and passes its passing one', (fixture) => {
    const rules = OWN_RULES.filter(({ id }) => id === fixture.rule);
    const check = (document: Fixture['failing']) =>
      runRules(rules, document).map((finding): LintFinding => ({ tool: 'own', ...finding }));
    expectProof(fixture, check(fixture.failing), check(fixture.passing ?? baseDocument()));
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
    ] as const;
    expect(switchedOffGaps(off, table)).toEqual([
      expect.stringContaining('spectral rule silent is off without a reason'),
      expect.stringContaining('redocly rule loud is not off'),
      expect.stringContaining('mute has no reason'),
    ]);
  });
});
