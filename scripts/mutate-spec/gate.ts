/** What stands between a fault and its users: a gate looks at a faulty contract and says what it noticed. */
import type { OpenApiDocument } from '../../src/contract/document.ts';

export interface Gate {
  readonly id: string;
  readonly title: string;
  /** The first thing that it notices, in one line; `undefined` when it lets the document through. */
  notice(document: OpenApiDocument): string | undefined;
}

/** A check that throws has noticed something. */
export function thrown(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.split('\n')[0] || 'it throws';
  }
}
