import type { Call } from './call.ts';
import type { Session, SessionCreate } from './models.ts';
import type { RequestOptions } from './options.ts';

/** Hosted sessions in which a payer saves a card. */
export interface Sessions {
  /** Starts a tokenization session; send the payer to the `href` of its first action. */
  create(body: SessionCreate, options?: RequestOptions): Promise<Session>;
}

export function createSessions(call: Call): Sessions {
  return { create: (body, options) => call({ operation: 'createSession', body, options }) };
}
