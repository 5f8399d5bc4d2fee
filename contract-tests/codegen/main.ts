/**
 * `npm run codegen-matrix`: feeds the published files to generators, compiles what they write and sends every example through it.
 *
 * `--only ID[,ID]` and `--language NAME` run a part of the matrix; `--all` makes a missing compiler a failure; `--write` renews
 * generated/docs/codegen-matrix.md and the table in the README; `--json FILE` writes the counts.
 * Exit code 0: all passed. 1: a row failed. 2: could not run.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { install } from './install.ts';
import { type MatrixRun, runMatrix } from './matrix.ts';
import { isPassed } from './page.ts';
import { publish, staleFiles } from './publish.ts';
import type { Row } from './row.ts';
import { rows } from './rows.ts';
import { CHECKS, type RowResult } from './run-row.ts';

const BUNDLE = new URL('../../generated/openapi.json', import.meta.url);

try {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'string' },
      all: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      verbose: { type: 'boolean' },
    },
  });
  process.exitCode = (await matrix(values)) ? 0 : 1;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.argv.includes('--verbose') ? error : `codegen-matrix: ${message}`);
  process.exitCode = 2;
}

interface Options {
  readonly only?: string;
  readonly language?: string;
  readonly json?: string;
  readonly all: boolean;
  readonly write: boolean;
}

async function matrix({ only, language, json, all, write }: Options): Promise<boolean> {
  const wanted = chosen(only?.split(','), language);
  const part = wanted.length < rows.length;
  if (write && part) throw new Error('--write needs the whole matrix: leave out --only and --language');
  await install();
  const run = await runMatrix(wanted, JSON.parse(await readFile(BUNDLE, 'utf8')), tell);
  const failed = run.results.filter((result) => !isPassed(result)).length;
  const skipped = run.skipped.length;
  const unwanted = all || write ? skipped : 0;
  console.log(
    `codegen matrix: ${run.results.length - failed} rows passed, ${failed} failed, ${skipped} skipped`,
  );
  const stale = failed + skipped > 0 || part ? [] : await renew(run.results, write);
  if (json !== undefined) await writeFile(json, JSON.stringify(counts(run, unwanted + stale.length)));
  if (write && failed + skipped > 0) throw new Error('nothing was written: a row failed or was skipped');
  return failed + unwanted + stale.length === 0;
}

/** Writes the tables, or says which are not what this run gives. */
async function renew(results: readonly RowResult[], write: boolean): Promise<readonly string[]> {
  if (write) {
    for (const name of await publish(results)) console.log(`wrote ${name}`);
    return [];
  }
  const stale = await staleFiles(results);
  for (const name of stale) {
    console.log(`FAILED ${name} is not what this run gives: npm run codegen-matrix -- --write`);
  }
  return stale;
}

function chosen(only: readonly string[] | undefined, language: string | undefined): readonly Row[] {
  const unknown = only?.filter((id) => !rows.some((row) => row.id === id)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`no row "${unknown.join(', ')}"; there are ${rows.map(({ id }) => id).join(', ')}`);
  }
  const wanted = rows
    .filter(({ id }) => only?.includes(id) ?? true)
    .filter((row) => language === undefined || row.language.toLowerCase() === language.toLowerCase());
  if (wanted.length === 0) {
    const languages = [...new Set(rows.map((row) => row.language))].join(', ');
    throw new Error(`no row in "${language}" among those; the languages are ${languages}`);
  }
  return wanted;
}

function tell(news: RowResult | string): void {
  if (typeof news === 'string') {
    console.log(news);
    return;
  }
  const { row, seconds, failures, facts, passed } = news;
  const times = CHECKS.map((check) => `${check} ${seconds[check].toFixed(1)} s`).join(', ');
  const facing = facts.length === 0 ? '' : `; ${facts.join(', ')}`;
  console.log(`${isPassed(news) ? 'passed' : 'FAILED'} ${row.id} (${times})${facing}`);
  if (failures.length > 0) {
    console.log(`  after: ${passed.join(', ') || 'nothing'}\n  ${failures.join('\n  ')}`);
  }
}

/** The counts under the names that vitest's JSON reporter uses, so that both can be added up. */
function counts({ results, skipped }: MatrixRun, others: number): Readonly<Record<string, number>> {
  const checks = results.length * CHECKS.length;
  const passed = results.reduce((sum, result) => sum + result.passed.length, 0);
  return {
    numTotalTests: checks + skipped.length + others,
    numPassedTests: passed,
    numFailedTests: checks - passed + others,
    numPendingTests: skipped.length,
  };
}
