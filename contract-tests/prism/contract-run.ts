/** One run of the whole contract against Prism, printed for people. */
import { contract, type OperationId } from '../../generated/operations.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { requestConstraints, type Unbreakable } from '../../src/contract/violations.ts';
import { startMock } from '../../src/mock/prism.ts';
import { allChecks } from './checks.ts';
import { failures, operationBlocks, type Paint, totals } from './report.ts';
import { runChecks } from './run.ts';
import { runtimeValidators } from './runtime-validators.ts';
import { tally } from './tally.ts';

export interface Screen {
  /** Writes a line, or several. */
  print(text: string): void;
  /** Shows what is going on, in place of what it showed before; empty to clear it. */
  progress(text: string): void;
  readonly paint: Paint;
}

export interface RunInput {
  /** The bundled spec: what is held to be true. */
  readonly document: OpenApiDocument;
  /** The file that Prism serves; the package's own bundle when absent. */
  readonly served?: string | undefined;
  /** Runs the checks of these operations only; all when absent. A part is never a whole: such a run is not kept. */
  readonly only?: readonly OperationId[] | undefined;
  /** What is wrong with the spec itself, a line each. */
  readonly breaches: Promise<readonly string[]>;
}

/** Runs every check and prints the report; resolves to whether the contract was kept, and exercised as a whole. */
export async function contractRun(screen: Screen, input: RunInput): Promise<boolean> {
  const started = performance.now();
  const { print, progress, paint } = screen;
  progress('reading the spec and starting Prism ...');
  // Awaited below; until then a rejection must neither be lost nor end the process with Prism still running.
  input.breaches.catch(() => {});
  const mock = await startMock({ spec: input.served });
  try {
    const breaches = await input.breaches;
    progress('');
    print(paint.bold(`${contract.title} ${contract.version}`));
    print(paint.dim(`against Prism ${mock.version} on ${mock.url}, judged by ajv (2020-12, strict)\n`));
    const { only } = input;
    const checks = allChecks(input.document).filter(({ operation }) => only?.includes(operation) ?? true);
    const context = { url: mock.url, runtime: runtimeValidators(input.document) };
    let done = 0;
    const results = await runChecks(checks, context, ({ check }) => {
      done += 1;
      const count = `${String(done).padStart(4)} of ${checks.length}`;
      progress(`${count}  ${check.operation}: ${check.title}`.slice(0, 79));
    });
    progress('');

    const { violations, unbreakable } = requestConstraints(input.document);
    const constraints = violations.map(({ operation, spec }) => `${operation}/violation${spec}`);
    const counts = tally(results, constraints);
    print(operationBlocks(results, paint));
    print(paint.dim(notBreakable(unbreakable)));
    print(failures(results, paint));
    for (const breach of breaches) print(`${paint.bad('BREACH')} spec: ${breach}\n`);
    print(totals({ results, counts, breaches, ms: performance.now() - started }, paint));
    const failed = results.some(({ failure }) => failure !== undefined) || breaches.length > 0;
    return !failed && counts.every(({ seen, documented }) => seen === documented);
  } finally {
    progress('');
    await mock.stop();
  }
}

/** What no request can break is said, so that nobody takes the count of constraints for more than it is. */
function notBreakable(unbreakable: readonly Unbreakable[]): string {
  const times = new Map<string, number>();
  for (const { keyword, because } of unbreakable) {
    const reason = `${keyword}: ${because}`;
    times.set(reason, (times.get(reason) ?? 0) + 1);
  }
  return [...times].map(([reason, n]) => `${n} more that no request can break: ${reason}`).join('\n');
}
