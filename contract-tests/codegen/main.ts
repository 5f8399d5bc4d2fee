/**
 * `npm run codegen-matrix`: feeds the published files to generators, compiles what they write and sends every example through it.
 *
 * `--only ID[,ID]` and `--language NAME` run a part of the matrix; `--write` renews generated/docs/codegen-matrix.md and the
 * table in the README; `--report FILE` writes the counts as JSON. Exit code 0: all passed. 1: a row failed. 2: could not run.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { install } from './install.ts';
import { isPassed } from './page.ts';
import { planOf, type Step } from './plan.ts';
import { publish, published } from './publish.ts';
import type { Row } from './row.ts';
import { rows } from './rows.ts';
import { CHECKS, type RowResult, runRow } from './run-row.ts';
import { missingTools, skipLine } from './toolchain.ts';

const BUNDLE = new URL('../../generated/openapi.json', import.meta.url);

interface Options {
  readonly only?: string | undefined;
  readonly language?: string | undefined;
  readonly report?: string | undefined;
  readonly write?: boolean | undefined;
}

async function matrix({ only, language, report, write }: Options): Promise<boolean> {
  const wanted = chosen(only?.split(','), language);
  const part = wanted.length < rows.length;
  if (write === true && part)
    throw new Error('--write needs the whole matrix; leave out --only and --language');
  await install();
  const steps = planOf(JSON.parse(await readFile(BUNDLE, 'utf8')));
  const skipped: string[] = [];
  const present: Row[] = [];
  for (const row of wanted) {
    const missing = await missingTools(row);
    if (missing.length === 0) present.push(row);
    else skipped.push(skipLine(row, missing));
  }
  for (const line of skipped) console.log(line);
  const results = await runAll(present, steps);
  const failed = results.filter((result) => !isPassed(result)).length;
  const whole = !part && skipped.length === 0;
  const stale = whole && failed === 0 && write !== true ? await staleFiles(results) : [];
  for (const file of stale)
    console.log(`FAILED ${file} is not what this run gives; run npm run codegen-matrix -- --write`);
  if (write === true && (failed > 0 || !whole))
    throw new Error('nothing written: a row failed or was skipped');
  if (write === true) for (const file of await publish(results)) console.log(`wrote ${file}`);
  console.log(
    `codegen matrix: ${results.length - failed} rows passed, ${failed} failed, ${skipped.length} skipped`,
  );
  if (report !== undefined)
    await writeFile(report, JSON.stringify(counts(results, skipped.length, stale.length)));
  return failed === 0 && stale.length === 0;
}

/**
 * Rows in TypeScript start single processes, so two of them run at a time; the compilers of other languages use all
 * cores by themselves.
 */
async function runAll(present: readonly Row[], steps: readonly Step[]): Promise<readonly RowResult[]> {
  const results = new Map<Row, RowResult>();
  const work = async (queue: Row[]): Promise<void> => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      const result = await runRow(row, steps);
      results.set(row, result);
      tell(result);
    }
  };
  const light = present.filter(({ needs }) => needs.length === 0);
  await Promise.all([work(light), work(light)]);
  await work(present.filter(({ needs }) => needs.length > 0));
  return present.flatMap((row) => results.get(row) ?? []);
}

function chosen(only: readonly string[] | undefined, language: string | undefined): readonly Row[] {
  const unknown = only?.filter((id) => !rows.some((row) => row.id === id)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`no row "${unknown.join(', ')}"; rows: ${rows.map(({ id }) => id).join(', ')}`);
  }
  const wanted = rows.filter(
    (row) =>
      (only?.includes(row.id) ?? true) &&
      (language === undefined || row.language.toLowerCase() === language.toLowerCase()),
  );
  if (wanted.length === 0) throw new Error(`no row of the language "${language}"`);
  return wanted;
}

function tell(result: RowResult): void {
  const { row, seconds, failures, facts, passed } = result;
  const times = CHECKS.map((check) => `${check} ${seconds[check].toFixed(1)} s`).join(', ');
  const facing = facts.length === 0 ? '' : `; ${facts.join(', ')}`;
  console.log(`${isPassed(result) ? 'passed' : 'FAILED'} ${row.id} (${times})${facing}`);
  if (failures.length > 0)
    console.log(`  after: ${passed.join(', ') || 'nothing'}\n  ${failures.join('\n  ')}`);
}

async function staleFiles(results: readonly RowResult[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { file, name, text } of await published(results)) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(name);
  }
  return stale;
}

/** The counts under the names that vitest's JSON reporter uses, so that both can be added up. */
function counts(
  results: readonly RowResult[],
  skipped: number,
  stale: number,
): Readonly<Record<string, number>> {
  const passed = results.reduce((sum, result) => sum + result.passed.length, 0);
  const all = results.length * CHECKS.length;
  return {
    numTotalTests: all + (skipped + stale) * 1,
    numPassedTests: passed,
    numFailedTests: all - passed + stale,
    numPendingTests: skipped,
  };
}

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      only: text,
      language: text,
      report: text,
      write: { type: 'boolean' },
      verbose: { type: 'boolean' },
    },
  });
  process.exitCode = (await matrix(values)) ? 0 : 1;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.argv.includes('--verbose') ? error : `codegen-matrix: ${message}`);
  process.exitCode = 2;
}
