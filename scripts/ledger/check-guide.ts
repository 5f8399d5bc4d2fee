/** The guide's side of the ledger: every statement is answered, and every JSON block is an example of the spec. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { valueDigest } from './digest.ts';
import { duplicatesOf } from './duplicates.ts';
import type { Finding, Ledger, LedgerStatement } from './ledger.ts';
import { digestOfStatements } from './statements.ts';

export function* checkGuide(ledger: Ledger, document: OpenApiDocument): Generator<Finding> {
  const { statements, digest } = ledger.guide;
  if (digestOfStatements(statements) !== digest) {
    yield {
      place: 'guide.digest',
      what: 'does not belong to the list of statements below it',
      todo: 'read the guide again with --guide FILE --index and take over the whole index',
    };
  }
  for (const place of duplicatesOf(statements.map((statement) => statement.place))) {
    yield { place: 'guide.statements', what: `two statements at "${place}"`, todo: 'number them apart' };
  }
  const answered = new Set(ledger.entries.flatMap((entry) => entry.statement));
  const contractual = new Set(
    ledger.entries.filter((entry) => entry.notContractual === undefined).flatMap((entry) => entry.statement),
  );
  for (const statement of statements) {
    if (!answered.has(statement.digest)) {
      yield {
        place: placeOf(statement),
        what: 'no entry answers this statement of the guide',
        todo: 'add an entry of kind guide that names its digest',
      };
    }
    yield* checkExample(statement, contractual.has(statement.digest), document);
  }
}

function* checkExample(
  statement: LedgerStatement,
  contractual: boolean,
  document: OpenApiDocument,
): Generator<Finding> {
  const { json, example } = statement;
  const place = placeOf(statement);
  if (example === undefined) {
    if (json === undefined || !contractual) return;
    yield {
      place,
      what: 'a JSON block of the guide names no example of the spec',
      todo: 'add "example: <name>" with a component example of equal value',
    };
    return;
  }
  const found = document.components?.examples?.[example];
  if (found === undefined) {
    yield {
      place,
      what: `the spec has no example "${example}"`,
      todo: 'name one of the keys of /components/examples',
    };
  } else if (valueDigest(found.value) !== json) {
    yield {
      place,
      what: `the value of the example "${example}" differs from the guide's JSON block`,
      todo: `make /components/examples/${example}/value equal to the guide, value for value`,
    };
  }
}

function placeOf(statement: LedgerStatement): string {
  return `guide.statements ${statement.digest} (${statement.place})`;
}
