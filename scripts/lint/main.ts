/** `npm run lint`: every check on the spec, on the rules and on the code; exit code 1 when anything is found. */
import { CHECKS, type Check } from './checks.ts';
import { type CheckResult, renderReport } from './report.ts';

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

if (process.argv[1]?.endsWith('scripts/lint/main.ts')) {
  const results = await runChecks(CHECKS);
  process.stdout.write(renderReport(results));
  process.exitCode = results.some(({ findings }) => findings.length > 0) ? 1 : 0;
}
