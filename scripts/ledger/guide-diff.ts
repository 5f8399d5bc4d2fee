/** What changed between the guide as the ledger knows it and a fresh copy. */
import type { Finding, Ledger, LedgerStatement } from './ledger.ts';
import type { Statement } from './statements.ts';

export function* compareGuide(ledger: Ledger, fresh: readonly Statement[]): Generator<Finding> {
  const left = new Map<string, LedgerStatement[]>();
  for (const statement of ledger.guide.statements) {
    left.set(statement.digest, [...(left.get(statement.digest) ?? []), statement]);
  }
  for (const statement of fresh) {
    const known = left.get(statement.digest)?.shift();
    if (known === undefined) {
      yield {
        place: `${statement.place} (${statement.digest})`,
        what: `added ${statement.kind}: ${statement.text}`,
        todo: 'decide what it means for the spec, index it and add an entry',
      };
    } else if (known.place !== statement.place) {
      yield {
        place: `${statement.place} (${statement.digest})`,
        what: `moved from "${known.place}"`,
        todo: 'take over the new place with --index',
      };
    }
  }
  for (const statement of [...left.values()].flat()) {
    const entries = ledger.entries.filter((entry) => entry.statement.includes(statement.digest));
    yield {
      place: `${statement.place} (${statement.digest})`,
      what: `removed or changed; cited by ${entries.map((entry) => entry.id).join(', ') || 'no entry'}`,
      todo: 'correct these entries and what they stand for in the spec',
    };
  }
}
