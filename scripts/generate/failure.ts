/**
 * A fault that a person can repair. Its message is one line: what happened, where, and what to do next. Everything
 * else that is thrown is a defect of this project and keeps its stack.
 */
export class GenerateFailure extends Error {
  override readonly name = 'GenerateFailure';
  readonly kind = 'generate-failure';
}
