/**
 * The fixtures of the rules: for each rule a document that it finds faulty and one that it finds clean, written as
 * changes to one clean base. A rule that is on without a fixture is a rule that nobody has seen working.
 */
import { readdirSync } from 'node:fs';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { type Change, withChanges } from './changes.ts';
import type { LintFinding } from './finding.ts';
import { FIXTURES, ROOT, readYaml } from './rulesets.ts';

export type Tool = LintFinding['tool'];

export interface Fixture {
  readonly tool: Tool;
  readonly rule: string;
  /** The file, for messages. */
  readonly file: string;
  readonly failing: OpenApiDocument;
  /** Absent where the clean base itself is the proof: it is linted once, with all rules. */
  readonly passing?: OpenApiDocument;
  /** The place at or below which the failing document's finding must stand; absent where it is the whole document. */
  readonly at?: string;
  /** Further files that the documents refer to, by name. */
  readonly files: Readonly<Record<string, unknown>>;
}

interface FixtureFile {
  readonly rule: string;
  readonly fail: readonly Change[];
  readonly at?: string;
  /** Changes that use what the rule looks at, rightly; without them the clean base itself must pass. */
  readonly pass?: readonly Change[];
  readonly files?: Readonly<Record<string, unknown>>;
}

const TOOLS: readonly Tool[] = ['spectral', 'redocly', 'own'];

export function baseDocument(): OpenApiDocument {
  // The base is linted with all rules by a test, so it is a document of this type.
  return readYaml(`${FIXTURES}/base.yaml`) as OpenApiDocument;
}

/** The base without what only the project's own rules ask for. */
export function trimmedDocument(): OpenApiDocument {
  // Hand-written in this repository; a place that does not exist is reported.
  return withChanges(baseDocument(), readYaml(`${FIXTURES}/trim.yaml`) as readonly Change[]);
}

export function loadFixtures(): readonly Fixture[] {
  const bases = { spectral: trimmedDocument(), redocly: trimmedDocument(), own: baseDocument() };
  return TOOLS.flatMap((tool) =>
    readdirSync(`${ROOT}${FIXTURES}/${tool}`)
      .sort()
      .map((name) => loadFixture(bases[tool], tool, `${FIXTURES}/${tool}/${name}`)),
  );
}

function loadFixture(base: OpenApiDocument, tool: Tool, file: string): Fixture {
  // Hand-written in this repository; a missing member shows as an error that names the file.
  const { rule, fail, at, pass, files = {} } = readYaml(file) as FixtureFile;
  if (!file.endsWith(`/${fixtureName(rule)}`)) throw new Error(`${file}: holds the fixture of ${rule}`);
  try {
    return {
      tool,
      rule,
      file,
      failing: withChanges(base, fail),
      files,
      ...(pass !== undefined && { passing: withChanges(base, pass) }),
      ...(at !== undefined && { at }),
    };
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Rule names hold `:` and `/`, which some file systems refuse. */
export function fixtureName(rule: string): string {
  return `${rule.replace(/[^A-Za-z0-9_.-]/g, '-')}.yaml`;
}

/** What is wrong between the rules that are on and the fixtures: one line for each, none when all is well. */
export function fixtureGaps(
  rules: Readonly<Record<Tool, readonly string[]>>,
  fixtures: readonly Pick<Fixture, 'tool' | 'rule' | 'file'>[],
): readonly string[] {
  const has = new Set(fixtures.map(({ tool, rule }) => `${tool} ${rule}`));
  const missing = TOOLS.flatMap((tool) =>
    rules[tool]
      .filter((rule) => !has.has(`${tool} ${rule}`))
      .map(
        (rule) =>
          `${tool} rule ${rule} is on and has no fixture; write ${FIXTURES}/${tool}/${fixtureName(rule)}`,
      ),
  );
  const stale = fixtures
    .filter(({ tool, rule }) => !rules[tool].includes(rule))
    .map(({ file, rule }) => `${file}: the rule ${rule} is not on; remove the fixture or switch the rule on`);
  return [...missing, ...stale];
}
