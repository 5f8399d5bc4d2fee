/** Thrown where a rule or scenario cannot be tried: the message says why, and it is neither passed nor failed. */
export class SkipError extends Error {
  override readonly name = 'SkipError';
}
