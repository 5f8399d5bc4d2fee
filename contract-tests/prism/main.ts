/**
 * `npm run contract`: the contract against a real Prism, printed for people.
 *
 * `--spec FILE` lets Prism serve another spec, to see what a change would break; `--verbose` prints stacks.
 * Exit code 0: kept. 1: breached. 2: could not run.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { contract } from '../../generated/operations.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { requestConstraints } from '../../src/contract/violations.ts';
import { startMock } from '../../src/mock/prism.ts';
import { allChecks } from './checks.ts';
import { failures, operationBlocks, paint, totals } from './report.ts';
import { runChecks } from './run.ts';
import { runtimeValidators } from './runtime-validators.ts';
import { specBreaches } from './spec.ts';
import { tally } from './tally.ts';

const BUNDLE = new URL('../../generated/openapi.json', import.meta.url);

async function main(spec: string | undefined): Promise<number> {
  const started = performance.now();
  const terminal = process.stdout.isTTY === true;
  const p = paint(terminal && process.env['NO_COLOR'] === undefined);
  const progress = (text: string): void => void (terminal && process.stdout.write(`\r\u001b[K${text}`));

  progress('reading the spec and starting Prism ...');
  const document: OpenApiDocument = JSON.parse(await readFile(BUNDLE, 'utf8'));
  const judged = specBreaches(document);
  // Awaited below; until then a rejection must neither be lost nor end the process with Prism still running.
  judged.catch(() => {});
  const mock = await startMock({ spec });
  try {
    const breaches = await judged;
    progress('');
    console.log(p.bold(`${contract.title} ${contract.version}`));
    console.log(p.dim(`against Prism ${mock.version} on ${mock.url}, judged by ajv (2020-12, strict)\n`));
    const checks = allChecks(document);
    let done = 0;
    const results = await runChecks(
      checks,
      { url: mock.url, runtime: runtimeValidators(document) },
      ({ check }) => {
        done += 1;
        progress(
          `${String(done).padStart(4)} of ${checks.length}  ${check.operation}: ${check.title}`.slice(0, 79),
        );
      },
    );
    progress('');

    const { violations, unbreakable } = requestConstraints(document);
    const counts = tally(
      results,
      violations.map(({ operation, spec }) => `${operation}/violation${spec}`),
    );
    console.log(operationBlocks(results, p));
    console.log(p.dim(notBreakable(unbreakable)));
    console.log(
      failures(results, p) + breaches.map((breach) => `${p.bad('BREACH')} spec: ${breach}\n`).join('\n'),
    );
    console.log(totals(results, counts, performance.now() - started, p));
    if (breaches.length > 0) console.log(p.bad(`${breaches.length} breaches of the spec's own rules`));
    const failed = results.some(({ failure }) => failure !== undefined);
    const complete = counts.every(({ seen, documented }) => seen === documented);
    return failed || breaches.length > 0 || !complete ? 1 : 0;
  } finally {
    await mock.stop();
  }
}

/** What no request can break is said, so that nobody takes the count of constraints for more than it is. */
function notBreakable(
  unbreakable: readonly { readonly keyword: string; readonly because: string }[],
): string {
  const times = new Map<string, number>();
  for (const { keyword, because } of unbreakable) {
    const reason = `${keyword}: ${because}`;
    times.set(reason, (times.get(reason) ?? 0) + 1);
  }
  return [...times].map(([reason, n]) => `${n} more that no request can break: ${reason}`).join('\n');
}

try {
  const { values } = parseArgs({ options: { spec: { type: 'string' }, verbose: { type: 'boolean' } } });
  process.exitCode = await main(values.spec);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.argv.includes('--verbose') ? error : `contract: ${message}`);
  process.exitCode = 2;
}
