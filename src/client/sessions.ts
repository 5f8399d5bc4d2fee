import type { Invoke } from './invoke.ts';
import type { Session, SessionCreate } from './models.ts';
import type { RequestOptions } from './options.ts';
import type { ErrorOf, Result } from './result.ts';

/** Hosted sessions in which a payer saves a card. */
export interface Sessions {
  /** Starts a tokenization session; send the payer to the `href` of its first action. */
  create(body: SessionCreate, options?: RequestOptions): Promise<Session>;
}

/** The methods of `Sessions`, resolving to a `Result` and never rejecting. */
export interface SessionResults {
  /** As `sessions.create`. */
  create(body: SessionCreate, options?: RequestOptions): Promise<Result<Session, ErrorOf<'createSession'>>>;
}

export function sessionMethods(invoke: Invoke) {
  return {
    create: (body: SessionCreate, options?: RequestOptions) =>
      invoke({ operation: 'createSession', body, options }),
  };
}
