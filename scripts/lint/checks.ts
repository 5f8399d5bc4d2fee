/** Everything that `npm run lint` checks, in the order of its report. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { loadBundle } from '../ledger/bundle.ts';
import { checkLedger } from '../ledger/check.ts';
import { LEDGER_FILE, loadLedger } from '../ledger/load.ts';
import { proofsOf } from '../ledger/proofs.ts';
import { biomeFindings } from './biome.ts';
import { importCycles } from './cycles.ts';
import { directionFaults } from './directions.ts';
import { effectiveRules, switchedOff, switchedOffGaps } from './effective-rules.ts';
import type { LintFinding } from './finding.ts';
import { fixtureGaps, loadFixtures } from './fixtures.ts';
import { importsOfRepository } from './imports.ts';
import { knipFindings } from './knip.ts';
import { lintWithOwnRules } from './lint-document.ts';
import { lintFiles } from './redocly.ts';
import type { CheckFinding } from './report.ts';
import { ROOT } from './rulesets.ts';
import type { Check } from './run-checks.ts';
import { lintFileWithSpectral } from './spectral.ts';

const SOURCE = 'openapi/openapi.yaml';
const BUNDLE = 'generated/openapi.yaml';
const BUNDLE_AS_DATA = 'generated/openapi.json';

export const CHECKS: readonly Check[] = [
  { title: 'Redocly on the sources and the bundle', run: redoclyOnBoth },
  { title: 'Biome', run: () => biomeFindings(ROOT) },
  { title: 'Spectral on the sources', run: spectralOnSources },
  { title: 'Spectral on the bundle', run: () => spectralOn(BUNDLE) },
  { title: "the project's own rules on the bundle", run: ownRules },
  { title: 'fixtures of the rules that are on, reasons of those that are off', run: rulesOnAndOff },
  { title: 'the provenance ledger', run: ledger },
  { title: 'directions of imports, circles among them', run: imports },
  { title: 'knip: nothing unused', run: () => knipFindings(ROOT) },
];

async function redoclyOnBoth(): Promise<readonly CheckFinding[]> {
  return (await lintFiles([SOURCE, BUNDLE])).map((finding) => shown(finding));
}

async function spectralOnSources(): Promise<readonly CheckFinding[]> {
  const off = switchedOff().flatMap(({ scope, rule }) => (scope === 'sources' ? [rule] : []));
  return (await spectralOn(SOURCE)).filter(
    ({ message }) => !off.some((rule) => message.startsWith(`${rule}: `)),
  );
}

async function spectralOn(path: string): Promise<readonly CheckFinding[]> {
  return (await lintFileWithSpectral(path)).map((finding) => shown(finding, path));
}

function ownRules(): readonly CheckFinding[] {
  // The generated bundle is validated as OpenAPI 3.1 when it is written.
  const document = JSON.parse(readFileSync(`${ROOT}${BUNDLE_AS_DATA}`, 'utf8')) as OpenApiDocument;
  return lintWithOwnRules(document).map((finding) => shown(finding, BUNDLE));
}

async function ledger(): Promise<readonly CheckFinding[]> {
  const document = await loadBundle(`${ROOT}${BUNDLE_AS_DATA}`);
  const proofs = await proofsOf(document, ROOT);
  const findings = checkLedger({ ledger: await loadLedger(`${ROOT}${LEDGER_FILE}`), document, proofs });
  return findings.map(({ place, what, todo }) => ({ place, message: `${what}; ${todo}` }));
}

async function rulesOnAndOff(): Promise<readonly CheckFinding[]> {
  const { on, off } = await effectiveRules();
  return lines([...switchedOffGaps(off, switchedOff()), ...fixtureGaps(on, loadFixtures())]);
}

function imports(): readonly CheckFinding[] {
  const found = importsOfRepository(ROOT);
  const circles = importCycles(found).map((files) => `${files.join(' -> ')}: take out what both need`);
  return lines([...directionFaults(found), ...circles]);
}

function shown({ file, pointer, rule, message }: LintFinding, path = ''): CheckFinding {
  const place = file === undefined ? path : relative(ROOT, file);
  return { place: `${place}#${pointer}`, message: `${rule}: ${message}` };
}

function lines(messages: readonly string[]): readonly CheckFinding[] {
  return messages.map((message) => ({ message }));
}
