/** The entries by themselves: unique, complete, and naming only sources, statements, questions and proofs that exist. */
import { duplicatesOf } from './duplicates.ts';
import type { Entry, Finding, Ledger } from './ledger.ts';

const RFC = /^RFC \d+( \d+(\.\d+)*)?$/;

export function* checkEntries(ledger: Ledger, proofs: ReadonlySet<string>): Generator<Finding> {
  for (const [list, ids] of [
    ['entries', ledger.entries.map((entry) => entry.id)],
    ['questions', ledger.questions.map((question) => question.id)],
  ] as const) {
    for (const id of duplicatesOf(ids)) {
      yield { place: list, what: `the id "${id}" is taken twice`, todo: 'give one of the two another id' };
    }
  }
  for (const entry of ledger.entries) {
    yield* checkForm(entry);
    yield* checkSources(entry, ledger);
    yield* checkStatements(entry, ledger);
    yield* checkQuestion(entry, ledger);
    for (const proof of entry.proofs) {
      if (proofs.has(proof)) continue;
      yield {
        place: placeOf(entry),
        what: `no proof has the id "${proof}"`,
        todo: 'name a rule of openapi/rules, a contract check, or an id in a test title',
      };
    }
  }
  yield* checkUnused(ledger);
}

function* checkForm(entry: Entry): Generator<Finding> {
  const place = placeOf(entry);
  if (entry.notContractual !== undefined) {
    if (entry.pointers.length > 0 || entry.proofs.length > 0) {
      yield {
        place,
        what: 'is marked notContractual and yet has pointers or proofs',
        todo: 'drop the reason, or the pointers and proofs',
      };
    }
    return;
  }
  if (entry.pointers.length === 0) {
    yield {
      place,
      what: 'names no place of the spec',
      todo: 'add pointers, or notContractual with a reason',
    };
  }
  if (entry.proofs.length === 0) {
    yield { place, what: 'nothing proves it', todo: 'add at least one proof id' };
  }
}

function* checkSources(entry: Entry, ledger: Ledger): Generator<Finding> {
  const place = placeOf(entry);
  for (const source of entry.source) {
    if (Object.hasOwn(ledger.sources, source) || RFC.test(source)) continue;
    yield {
      place,
      what: `unknown source "${source}"`,
      todo: 'add it to sources, or write "RFC <number> <section>"',
    };
  }
  const kinds = entry.source.map((source) => (RFC.test(source) ? 'rfc' : ledger.sources[source]?.kind));
  const wanted = entry.kind === 'guide' ? 'documented' : entry.kind;
  if (wanted !== 'assumption' && !kinds.includes(wanted)) {
    yield {
      place,
      what: `is of kind ${entry.kind} but names no source of that kind`,
      todo: 'name the source, or call it an assumption',
    };
  }
}

function* checkStatements(entry: Entry, ledger: Ledger): Generator<Finding> {
  const place = placeOf(entry);
  const known = new Set(ledger.guide.statements.map((statement) => statement.digest));
  for (const digest of entry.statement) {
    if (known.has(digest)) continue;
    yield { place, what: `unknown statement "${digest}"`, todo: 'take the digest from guide.statements' };
  }
  if (entry.kind === 'guide' && entry.statement.length === 0) {
    yield { place, what: 'is of kind guide but names no statement', todo: 'add the digest of the statement' };
  }
  if (entry.kind !== 'guide' && entry.statement.length > 0) {
    yield {
      place,
      what: `names statements of the guide but is of kind ${entry.kind}`,
      todo: 'make it an entry of kind guide, or drop the statements',
    };
  }
}

function* checkQuestion(entry: Entry, ledger: Ledger): Generator<Finding> {
  const place = placeOf(entry);
  if (entry.question === undefined) {
    if (entry.kind === 'assumption') {
      yield {
        place,
        what: 'is an assumption without an open question',
        todo: 'add "question: Q-..." with the question that an answer would settle',
      };
    }
  } else if (!ledger.questions.some((question) => question.id === entry.question)) {
    yield { place, what: `unknown question "${entry.question}"`, todo: 'add it to questions' };
  }
}

function* checkUnused(ledger: Ledger): Generator<Finding> {
  const asked = new Set(ledger.entries.map((entry) => entry.question));
  for (const question of ledger.questions) {
    if (asked.has(question.id)) continue;
    yield {
      place: `questions ${question.id}`,
      what: 'no entry leads to this question',
      todo: 'name it in the entry that it leaves open, or remove it',
    };
  }
  const cited = new Set(ledger.entries.flatMap((entry) => entry.source));
  for (const source of Object.keys(ledger.sources)) {
    if (cited.has(source)) continue;
    yield { place: `sources.${source}`, what: 'no entry cites this source', todo: 'cite it or remove it' };
  }
}

function placeOf(entry: Entry): string {
  return `entries ${entry.id}`;
}
