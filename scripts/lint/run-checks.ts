/** Runs checks beside each other and turns whatever goes wrong into a finding. */
import type { CheckFinding, CheckResult } from './report.ts';

export interface Check {
  readonly title: string;
  run(): Promise<readonly CheckFinding[]> | readonly CheckFinding[];
}

/** All checks at once, reported in their own order; one that cannot run is a finding of its own. */
export async function runChecks(checks: readonly Check[]): Promise<readonly CheckResult[]> {
  return Promise.all(
    checks.map(async ({ title, run }) => {
      const start = performance.now();
      const findings = await settled(run);
      return { title, findings, milliseconds: performance.now() - start };
    }),
  );
}

async function settled(run: Check['run']): Promise<CheckResult['findings']> {
  try {
    return await run();
  } catch (error) {
    if (process.argv.includes('--verbose')) console.error(error);
    return [{ message: `could not run: ${error instanceof Error ? error.message : String(error)}` }];
  }
}
