/** Everything that `npm run lint` checks, in the order of its report. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { biomeFindings } from './biome.ts';
import { importCycles } from './cycles.ts';
import { directionFaults } from './directions.ts';
import { effectiveRules, switchedOff, switchedOffGaps } from './effective-rules.ts';
import type { LintFinding } from './finding.ts';
import { fixtureGaps, loadFixtures } from './fixtures.ts';
import { importsOfRepository } from './imports.ts';
import { lintWithOwnRules } from './lint-document.ts';
import { lintFiles } from './redocly.ts';
import type { CheckFinding } from './report.ts';
import { ROOT } from './rulesets.ts';
import { lintFileWithSpectral } from './spectral.ts';

export interface Check {
  readonly title: string;
  run(): Promise<readonly CheckFinding[]> | readonly CheckFinding[];
}

const SOURCE = 'openapi/openapi.yaml';
const BUNDLE = 'generated/openapi.yaml';
const BUNDLE_AS_DATA = 'generated/openapi.json';

export const CHECKS: readonly Check[] = [
  { title: 'Redocly on the sources and the bundle', run: redoclyOnBoth },
  { title: 'Biome', run: () => biomeFindings(ROOT) },
  { title: 'Spectral on the sources', run: () => spectralOn(SOURCE) },
  { title: 'Spectral on the bundle', run: () => spectralOn(BUNDLE) },
  { title: "the project's own rules on the bundle", run: ownRules },
  { title: 'rules switched off, against their reasons', run: reasons },
  { title: 'rules that are on, against their fixtures', run: fixtures },
  { title: 'directions of imports', run: directions },
  { title: 'circular imports', run: cycles },
];

async function redoclyOnBoth(): Promise<readonly CheckFinding[]> {
  return (await lintFiles([SOURCE, BUNDLE])).map((finding) => shown(finding));
}

async function spectralOn(path: string): Promise<readonly CheckFinding[]> {
  return (await lintFileWithSpectral(path)).map((finding) => shown(finding, path));
}

function ownRules(): readonly CheckFinding[] {
  // The generated bundle is validated as OpenAPI 3.1 when it is written.
  const document = JSON.parse(readFileSync(`${ROOT}${BUNDLE_AS_DATA}`, 'utf8')) as OpenApiDocument;
  return lintWithOwnRules(document).map((finding) => shown(finding, BUNDLE));
}

async function reasons(): Promise<readonly CheckFinding[]> {
  return lines(switchedOffGaps((await effectiveRules()).off, switchedOff()));
}

async function fixtures(): Promise<readonly CheckFinding[]> {
  return lines(fixtureGaps((await effectiveRules()).on, loadFixtures()));
}

function directions(): readonly CheckFinding[] {
  return lines(directionFaults(importsOfRepository(ROOT)));
}

function cycles(): readonly CheckFinding[] {
  const found = importCycles(importsOfRepository(ROOT));
  return lines(found.map((cycle) => `${cycle.join(' -> ')}: take out what both need`));
}

function shown({ file, pointer, rule, message }: LintFinding, path = ''): CheckFinding {
  const place = file === undefined ? path : relative(ROOT, file);
  return { place: `${place}#${pointer}`, message: `${rule}: ${message}` };
}

function lines(messages: readonly string[]): readonly CheckFinding[] {
  return messages.map((message) => ({ message }));
}
