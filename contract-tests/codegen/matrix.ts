/** Runs the rows that this machine has the compilers for, and says which it could not run. */
import { planOf, type Step } from './plan.ts';
import type { Row } from './row.ts';
import { type RowResult, runRow } from './run-row.ts';
import { missingTools, skipLine } from './toolchain.ts';

export interface MatrixRun {
  /** In the order of the rows, whichever finished first. */
  readonly results: readonly RowResult[];
  /** One line for each row that was not run: why, and what would change that. */
  readonly skipped: readonly string[];
}

/** @param tell hears of each row as soon as it is finished or skipped */
export async function runMatrix(
  rows: readonly Row[],
  document: Parameters<typeof planOf>[0],
  tell: (news: RowResult | string) => void,
): Promise<MatrixRun> {
  const skipped: string[] = [];
  const present: Row[] = [];
  for (const row of rows) {
    const missing = await missingTools(row);
    if (missing.length === 0) present.push(row);
    else skipped.push(skipLine(row, missing));
  }
  for (const line of skipped) tell(line);
  return { results: await runAll(present, planOf(document), tell), skipped };
}

/**
 * Rows in TypeScript start single processes, so two of them run at a time; the compilers of other languages use all
 * cores by themselves.
 */
async function runAll(
  rows: readonly Row[],
  steps: readonly Step[],
  tell: (result: RowResult) => void,
): Promise<readonly RowResult[]> {
  const results = new Map<Row, RowResult>();
  const work = async (queue: Row[]): Promise<void> => {
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      const result = await runRow(row, steps);
      results.set(row, result);
      tell(result);
    }
  };
  const light = rows.filter(({ needs }) => needs.length === 0);
  await Promise.all([work(light), work(light)]);
  await work(rows.filter(({ needs }) => needs.length > 0));
  return rows.flatMap((row) => results.get(row) ?? []);
}
