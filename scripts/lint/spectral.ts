/** Spectral in process: the rulesets are loaded once, and a document in memory needs no text. */
import { resolve } from 'node:path';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import documentation from '@stoplight/spectral-documentation';
import owasp from '@stoplight/spectral-owasp-ruleset';
import spectralRulesets from '@stoplight/spectral-rulesets';
import { pointer } from '../../src/contract/pointer.ts';
import type { LintFinding } from './finding.ts';
import { ROOT, readYaml, SPECTRAL_RULESET } from './rulesets.ts';

const { Ruleset, Spectral } = spectralCore;

/** The rulesets that `spectral.yaml` may extend, by the name it calls them. */
const RULESETS: Readonly<Record<string, unknown>> = {
  'spectral:oas': spectralRulesets.oas,
  '@stoplight/spectral-owasp-ruleset': unwrapped(owasp),
  '@stoplight/spectral-documentation': unwrapped(documentation),
};

export interface SpectralRule {
  readonly name: string;
  readonly ruleset: string;
  readonly enabled: boolean;
  /** False where the rule is for another format, such as OpenAPI 2.0; the formats are then named. */
  readonly applies: boolean;
  readonly formats: readonly string[];
  readonly description: string;
}

interface SpectralYaml {
  readonly extends: readonly (readonly [name: string, severity: 'all'])[];
  readonly rules: Readonly<Record<string, 'off'>>;
}

let loaded: InstanceType<typeof Ruleset> | undefined;

function ruleset(): InstanceType<typeof Ruleset> {
  if (loaded === undefined) {
    // The file is this project's own; Spectral's constructor refuses whatever else it may hold.
    const yaml = readYaml(SPECTRAL_RULESET) as SpectralYaml;
    loaded = new Ruleset({
      extends: yaml.extends.map(([name, severity]) => [definition(name), severity]),
      rules: { ...yaml.rules },
    });
  }
  return loaded;
}

function definition(name: string): RulesetDefinition {
  const found = RULESETS[name];
  if (found === undefined) throw new Error(`${SPECTRAL_RULESET}: no ruleset is called "${name}"`);
  // The three packages export ruleset definitions; their own type declarations say no more than "object".
  return found as RulesetDefinition;
}

/** A CommonJS package seen from a module: the ruleset stands under `default` of what is imported. */
function unwrapped(imported: object): unknown {
  return Reflect.get(imported, 'default') ?? imported;
}

/** Every rule of the resolved ruleset, on or off, for this format or another one. */
export function spectralRules(): readonly SpectralRule[] {
  const probe = { openapi: '3.1.0' };
  return Object.values(ruleset().rules).map((rule) => {
    const formats = [...(rule.formats ?? [])];
    return {
      name: rule.name,
      ruleset:
        Object.keys(RULESETS).find((name) => rule.name in (Reflect.get(definition(name), 'rules') ?? {})) ??
        '',
      enabled: rule.enabled,
      applies: formats.length === 0 || formats.some((format) => format(probe, null)),
      formats: formats.map((format) => format.displayName ?? format.name),
      description: rule.description ?? '',
    };
  });
}

/** A document in memory needs a name, or Spectral cannot follow what it found through references. */
const IN_MEMORY = '/openapi.json';

/** Lints a document in memory. With `only`, just those rules are run, which is many times faster. */
export function lintWithSpectral(document: unknown, only?: readonly string[]): Promise<LintFinding[]> {
  return run(document, IN_MEMORY, only);
}

/** Lints a file and the files that it refers to; a finding names the file that holds its place. */
export function lintFileWithSpectral(path: string): Promise<LintFinding[]> {
  return run(readYaml(path), resolve(ROOT, path));
}

async function run(document: unknown, source: string, only?: readonly string[]): Promise<LintFinding[]> {
  if (only?.length === 0) return [];
  const spectral = new Spectral();
  spectral.setRuleset(only === undefined ? ruleset() : selected(only));
  const results = await spectral.run({
    parsed: { data: document, diagnostics: [], ast: {} },
    getLocationForJsonPath: () => ({ range: START }),
    source,
  });
  return results.map((result) => ({
    tool: 'spectral',
    rule: String(result.code),
    pointer: pointer(...result.path),
    message: result.message,
    ...(result.source !== undefined && result.source !== IN_MEMORY && { file: result.source }),
  }));
}

/** Places are named by pointer, so nobody asks for lines. */
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function selected(names: readonly string[]): InstanceType<typeof Ruleset> {
  const rulesets = Object.keys(RULESETS).map((key): [RulesetDefinition, 'off'] => [definition(key), 'off']);
  return new Ruleset({ extends: rulesets, rules: Object.fromEntries(names.map((name) => [name, true])) });
}
