/** Runs checks one after another and keeps what each one showed. */
import type { Check, CheckContext, Proof } from './check.ts';

export interface CheckResult {
  readonly check: Check;
  readonly ms: number;
  /** What was proven; absent when the check failed. */
  readonly proof?: Proof | undefined;
  /** Why the check failed; absent when it passed. */
  readonly failure?: Error | undefined;
}

/** @param onResult is called after each check, for progress. */
export async function runChecks(
  checks: readonly Check[],
  context: CheckContext,
  onResult: (result: CheckResult) => void = () => {},
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) {
    const started = performance.now();
    const settled = await check.run(context).then(
      (proof) => ({ proof }),
      (error: unknown) => ({ failure: error instanceof Error ? error : new Error(String(error)) }),
    );
    const result = { check, ms: performance.now() - started, ...settled };
    results.push(result);
    onResult(result);
  }
  return results;
}
