/** `npm run lint`: every check on the spec, on the rules and on the code; exit code 1 when anything is found. */
import { CHECKS } from './checks.ts';
import { renderReport } from './report.ts';
import { runChecks } from './run-checks.ts';

if (process.argv[1]?.endsWith('scripts/lint/main.ts')) {
  const results = await runChecks(CHECKS);
  process.stdout.write(renderReport(results));
  process.exitCode = results.some(({ findings }) => findings.length > 0) ? 1 : 0;
}
