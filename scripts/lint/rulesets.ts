/** Where the rulesets stand, and reading them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SPECTRAL_RULESET = 'openapi/rules/spectral.yaml';
export const REDOCLY_RULESET = 'openapi/rules/redocly.yaml';
export const SWITCHED_OFF = 'openapi/rules/switched-off.yaml';
export const FIXTURES = 'openapi/rules/fixtures';

/** Parses a YAML file, named from the root of this repository; the caller says what it holds. */
export function readYaml(path: string): unknown {
  return parse(readFileSync(resolve(ROOT, path), 'utf8'));
}
