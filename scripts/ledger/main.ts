/**
 * Checks the provenance ledger: `tsx scripts/ledger/main.ts [--guide FILE [--index]] [--bundle FILE] [--verbose]`.
 * With --guide it also compares a fresh copy of the guide with the index; with --index it prints the copy's index
 * instead.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { BUNDLE_FILE, loadBundle } from './bundle.ts';
import { checkLedger } from './check.ts';
import { compareGuide } from './guide-diff.ts';
import { ENTRY_KINDS, type Finding, type Ledger } from './ledger.ts';
import { LEDGER_FILE, loadLedger } from './load.ts';
import { proofsOf } from './proofs.ts';
import { shown } from './shown.ts';
import { digestOfStatements, type Statement, statementsOf } from './statements.ts';

interface Options {
  readonly guide?: string;
  readonly index: boolean;
  readonly bundle: string;
}

try {
  process.exitCode = await run(optionsOf(process.argv.slice(2)));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.argv.includes('--verbose') ? error : message);
  process.exitCode = 1;
}

function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      guide: { type: 'string' },
      index: { type: 'boolean', default: false },
      bundle: { type: 'string', default: BUNDLE_FILE },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { guide, index, bundle } = values;
  if (index && guide === undefined) throw new Error('--index: name the copy of the guide with --guide FILE');
  return { index, bundle, ...(guide === undefined ? {} : { guide }) };
}

async function run({ guide, index, bundle }: Options): Promise<number> {
  const fresh = guide === undefined ? undefined : await readGuide(guide);
  if (fresh !== undefined && index) {
    console.log(indexOf(fresh));
    return 0;
  }
  const ledger = await loadLedger();
  const findings: Finding[] = fresh === undefined ? [] : [...compareGuide(ledger, fresh)];
  const document = await loadBundle(bundle);
  findings.push(...checkLedger({ ledger, document, proofs: await proofsOf(document, process.cwd()) }));
  for (const finding of findings) console.log(shown(finding));
  if (findings.length === 0) console.log(counts(ledger));
  else console.log(`${LEDGER_FILE}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`);
  return findings.length === 0 ? 0 : 1;
}

async function readGuide(file: string): Promise<readonly Statement[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}: cannot be read; name a Markdown file with --guide`);
  });
  return statementsOf(text);
}

/** The index of a copy, to take over into the ledger once its statements have been read. */
function indexOf(statements: readonly Statement[]): string {
  return stringify({
    digest: digestOfStatements(statements),
    statements: statements.map(({ text: _, ...indexed }) => indexed),
  }).trimEnd();
}

function counts(ledger: Ledger): string {
  const kinds = ENTRY_KINDS.map(
    (kind) => `${kind} ${ledger.entries.filter((entry) => entry.kind === kind).length}`,
  );
  return [
    `${LEDGER_FILE}: no findings`,
    `  statements ${ledger.guide.statements.length}, questions ${ledger.questions.length}`,
    `  entries ${ledger.entries.length}: ${kinds.join(', ')}`,
  ].join('\n');
}
