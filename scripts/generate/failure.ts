/**
 * A fault that a person can repair. Its message is one line: what happened, where, and what to do next. Everything
 * else that is thrown is a defect of this project and keeps its stack.
 */
export class GenerateFailure extends Error {
  override readonly name = 'GenerateFailure';
  readonly kind = 'generate-failure';
}

/** What to tell a person: one line for what can be repaired, a pointer to the stack for a defect. */
export function describeFailure(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (verbose) return error.stack ?? error.message;
  if (error instanceof GenerateFailure) return error.message;
  return `${error.message.split('\n')[0]} (a defect of the generator; run with --verbose to see where)`;
}
