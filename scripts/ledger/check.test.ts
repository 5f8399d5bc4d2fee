import { describe, expect, it } from 'vitest';
import { checkLedger, type LedgerInput } from './check.ts';
import { CLEAN, entry } from './clean-sample.ts';
import type { Entry, Guide } from './ledger.ts';

it('finds nothing in a ledger that answers for every element and every statement', () => {
  expect(checkLedger(CLEAN)).toEqual([]);
});

describe('the guide', () => {
  it('finds a statement that no entry answers', () => {
    expect(findingsOf(withoutEntry('scope'))).toEqual([
      'guide.statements aaaaaaaaaaaa (Pets / 1): no entry answers this statement of the guide',
    ]);
  });

  it('finds an entry that names a statement which the guide does not have', () => {
    expect(findingsOf(withEntry('scope', { statement: ['aaaaaaaaaaaa', 'cccccccccccc'] }))).toEqual([
      'entries scope: unknown statement "cccccccccccc"',
    ]);
  });

  it('finds an index that was edited without its digest', () => {
    const [first, second] = CLEAN.ledger.guide.statements;
    if (first === undefined || second === undefined) throw new Error('the sample has two statements');
    expect(findingsOf(withGuide({ statements: [second, first] }))).toEqual([
      'guide.digest: does not belong to the list of statements below it',
    ]);
  });

  it('finds two statements at one place', () => {
    const statements = CLEAN.ledger.guide.statements.map((statement) => ({
      ...statement,
      place: 'Pets / 1',
    }));
    expect(findingsOf(withGuide({ statements }))).toContain('guide.statements: two statements at "Pets / 1"');
  });

  it('finds an example that differs from the JSON block of the guide in one value', () => {
    const examples = { PetGuide: { value: { name: 'Bob' } } };
    const components = { ...CLEAN.document.components, examples };
    expect(findingsOf({ ...CLEAN, document: { ...CLEAN.document, components } })).toEqual([
      'guide.statements bbbbbbbbbbbb (Pets / 2): the value of the example "PetGuide" differs from the guide\'s JSON block',
    ]);
  });

  it('finds an example that the spec does not have', () => {
    expect(findingsOf(withExample('PetGone'))).toEqual([
      'guide.statements bbbbbbbbbbbb (Pets / 2): the spec has no example "PetGone"',
    ]);
  });

  it('finds a JSON block that names no example, unless the statement is outside the contract', () => {
    expect(findingsOf(withExample(undefined))).toEqual([
      'guide.statements bbbbbbbbbbbb (Pets / 2): a JSON block of the guide names no example of the spec',
    ]);
    const outside = { pointers: [], proofs: [], notContractual: 'It is about something else.' };
    const findings = findingsOf(withEntry('create', outside, withExample(undefined)));
    expect(findings.filter((finding) => finding.startsWith('guide.'))).toEqual([]);
  });
});

describe('the entries', () => {
  it('finds an id that is taken twice, of entries and of questions', () => {
    expect(findingsOf(withEntry('seen', { id: 'create' }))).toEqual([
      'entries: the id "create" is taken twice',
    ]);
    const questions = [...CLEAN.ledger.questions, ...CLEAN.ledger.questions];
    expect(findingsOf({ ...CLEAN, ledger: { ...CLEAN.ledger, questions } })).toEqual([
      'questions: the id "Q-status" is taken twice',
    ]);
  });

  it('finds a proof that does not exist', () => {
    expect(findingsOf({ ...withEntry('seen', { proofs: ['test:proven', 'rule:gone'] }) })).toEqual([
      'entries seen: no proof has the id "rule:gone"',
    ]);
  });

  it('finds an entry without a place or without a proof', () => {
    expect(findingsOf(withEntry('seen', { pointers: [] }))).toEqual([
      'entries seen: names no place of the spec',
    ]);
    expect(findingsOf(withEntry('seen', { proofs: [] }))).toEqual(['entries seen: nothing proves it']);
  });

  it('finds an entry that is outside the contract and in it at once', () => {
    expect(findingsOf(withEntry('seen', { notContractual: 'No.' }))).toEqual([
      'entries seen: is marked notContractual and yet has pointers or proofs',
    ]);
  });

  it('finds a source that is not listed, and accepts an RFC by its number', () => {
    expect(findingsOf(withEntry('seen', { source: ['R1', 'R9'] }))).toEqual([
      'entries seen: unknown source "R9"',
    ]);
    expect(findingsOf(addEntry(entry({ id: 'law', kind: 'rfc', source: ['RFC 9110 15.3.5'] })))).toEqual([]);
    expect(findingsOf(addEntry(entry({ id: 'law', kind: 'rfc', source: ['RFC nine'] })))).toContain(
      'entries law: unknown source "RFC nine"',
    );
  });

  it('finds an entry whose kind no source of it supports', () => {
    expect(findingsOf(withEntry('seen', { kind: 'documented' }))).toEqual([
      'entries seen: is of kind documented but names no source of that kind',
    ]);
  });

  it('finds an entry of the guide without a statement, and a statement in another entry', () => {
    expect(findingsOf(addEntry(entry({ id: 'more', kind: 'guide', source: ['S1'] })))).toEqual([
      'entries more: is of kind guide but names no statement',
    ]);
    expect(findingsOf(withEntry('seen', { statement: ['aaaaaaaaaaaa'] }))).toEqual([
      'entries seen: names statements of the guide but is of kind observed',
    ]);
  });

  it('finds an assumption without a question, and the question that nobody asks then', () => {
    const { question: _, ...status } = entryNamed('status');
    expect(findingsOf(replaceEntry('status', status))).toEqual([
      'entries status: is an assumption without an open question',
      'questions Q-status: no entry leads to this question',
    ]);
  });

  it('finds a question that does not exist', () => {
    expect(findingsOf(withEntry('seen', { question: 'Q-gone' }))).toEqual([
      'entries seen: unknown question "Q-gone"',
    ]);
  });

  it('finds a source that nobody cites', () => {
    expect(findingsOf(withoutEntry('seen'))).toEqual(['sources.R1: no entry cites this source']);
  });
});

describe('the spec', () => {
  it('finds a pointer that leads nowhere', () => {
    const pointers = ['/components/schemas/Pet', '/components/schemas/Dog'];
    expect(findingsOf(withEntry('seen', { pointers }))).toEqual([
      'entries seen: the spec has no /components/schemas/Dog',
    ]);
  });

  it('finds a pattern that matches nothing, a star being exactly one segment', () => {
    const pointers = ['/components/schemas/Pet', '/components/*/name'];
    expect(findingsOf(withEntry('seen', { pointers }))).toEqual([
      'entries seen: nothing matches /components/*/name',
    ]);
  });

  it('finds text that is no pointer', () => {
    expect(findingsOf(withEntry('seen', { pointers: ['Pet'] }))).toEqual([
      'entries seen: the spec has no Pet',
    ]);
  });

  it('finds each element that no entry reaches', () => {
    expect(findingsOf(withEntry('create', { pointers: ['/paths'] }))).toEqual([
      '/paths/~1pets/post: the operation "createPet" has no provenance',
      '/components/schemas/Pet/properties/name: the property "Pet.name" has no provenance',
    ]);
  });

  it('does not count an entry for an element that only contains or surrounds its place', () => {
    expect(findingsOf(withEntry('status', { pointers: ['/paths/~1pets/post/responses'] }))).toEqual([
      '/paths/~1pets/post/responses/201: the response "createPet 201" has no provenance',
    ]);
  });
});

function findingsOf(input: LedgerInput): readonly string[] {
  return checkLedger(input).map(({ place, what }) => `${place}: ${what}`);
}

function withEntries(entries: readonly Entry[], input: LedgerInput = CLEAN): LedgerInput {
  return { ...input, ledger: { ...input.ledger, entries } };
}

function replaceEntry(id: string, other: Entry, input: LedgerInput = CLEAN): LedgerInput {
  return withEntries(
    input.ledger.entries.map((found) => (found.id === id ? other : found)),
    input,
  );
}

function withEntry(id: string, changes: Partial<Entry>, input: LedgerInput = CLEAN): LedgerInput {
  return replaceEntry(id, { ...entryNamed(id), ...changes }, input);
}

function withoutEntry(id: string): LedgerInput {
  return withEntries(CLEAN.ledger.entries.filter((found) => found.id !== id));
}

function addEntry(added: Entry): LedgerInput {
  return withEntries([...CLEAN.ledger.entries, added]);
}

function entryNamed(id: string): Entry {
  const found = CLEAN.ledger.entries.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the sample has no entry ${id}`);
  return found;
}

function withGuide(changes: Partial<Guide>): LedgerInput {
  return { ...CLEAN, ledger: { ...CLEAN.ledger, guide: { ...CLEAN.ledger.guide, ...changes } } };
}

function withExample(example: string | undefined): LedgerInput {
  const statements = CLEAN.ledger.guide.statements.map(({ example: named, ...statement }) =>
    named === undefined || example === undefined ? statement : { ...statement, example },
  );
  return withGuide({ statements });
}
