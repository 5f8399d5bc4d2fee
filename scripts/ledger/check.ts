/** Judges the ledger against the spec and the proofs that exist; pure, and empty when all is well. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { checkEntries } from './check-entries.ts';
import { checkGuide } from './check-guide.ts';
import { checkSpec } from './check-spec.ts';
import type { Finding, Ledger } from './ledger.ts';

export interface LedgerInput {
  readonly ledger: Ledger;
  /** The bundled spec. */
  readonly document: OpenApiDocument;
  /** Every proof id that exists: `rule:...`, `check:...`, `test:...`. */
  readonly proofs: ReadonlySet<string>;
}

export function checkLedger({ ledger, document, proofs }: LedgerInput): readonly Finding[] {
  return [...checkGuide(ledger, document), ...checkEntries(ledger, proofs), ...checkSpec(ledger, document)];
}
