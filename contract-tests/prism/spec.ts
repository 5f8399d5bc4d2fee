/**
 * The side of the contract that no mock can show: that the committed bundle is what the sources say, that the spec keeps the
 * project's own rules, and that every element of it still has its provenance.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { runRules } from '../../openapi/rules/rule.ts';
import { bundle } from '../../scripts/generate/bundle.ts';
import { checkLedger } from '../../scripts/ledger/check.ts';
import type { Ledger } from '../../scripts/ledger/ledger.ts';
import { LEDGER_FILE, loadLedger } from '../../scripts/ledger/load.ts';
import { proofsOf } from '../../scripts/ledger/proofs.ts';
import { shown } from '../../scripts/ledger/shown.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { firstDifference } from './difference.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What is wrong with the spec itself, a line each; empty when nothing is.
 *
 * @param document the committed bundle.
 * @param sources what the sources say; bundled anew when absent.
 */
export async function specBreaches(
  document: OpenApiDocument,
  sources: Promise<OpenApiDocument> = bundle(ROOT),
): Promise<readonly string[]> {
  return [...drift(document, await sources), ...brokenRules(document), ...(await provenance(document))];
}

/** The mock, the client and the validators all come from the bundle: if it is stale, the whole run proves yesterday's spec. */
function drift(document: OpenApiDocument, sources: OpenApiDocument): readonly string[] {
  const place = firstDifference(sources, document);
  if (place === undefined) return [];
  return [`generated/openapi.json is not what openapi/ says, first at ${place}: run npm run generate`];
}

function brokenRules(document: OpenApiDocument): readonly string[] {
  return runRules(OWN_RULES, document).map(
    ({ rule, pointer, message }) => `${pointer}: ${message} (${rule})`,
  );
}

/** Read once: neither changes while a run is under way. */
let ledger: Promise<Ledger> | undefined;
let proofs: Promise<ReadonlySet<string>> | undefined;

async function provenance(document: OpenApiDocument): Promise<readonly string[]> {
  ledger ??= loadLedger(join(ROOT, LEDGER_FILE));
  proofs ??= proofsOf(document, ROOT);
  const findings = checkLedger({ ledger: await ledger, document, proofs: await proofs });
  return findings.map(shown);
}
