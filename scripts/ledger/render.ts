/** The ledger as a document for a reviewer: counts first, then by element, by statement, by entry. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { ELEMENT_GROUPS, elementsOf, type SpecElement } from './elements.ts';
import { ENTRY_KINDS, type Entry, type EntryKind, type Ledger } from './ledger.ts';
import { code, GENERATED, linkTo, oneLine, table } from './markdown.ts';
import { entriesFor, provenanceOf } from './provenance.ts';

export { renderOpenQuestions } from './render-questions.ts';

const QUESTIONS_FILE = 'open-questions.md';

const MEANING: Readonly<Record<EntryKind, string>> = {
  guide: 'a statement of the Customer Management Guide',
  documented: "another page of the vendor's documentation",
  observed: 'traffic of the live API that others recorded or built on',
  rfc: 'an internet standard',
  assumption: 'nobody says so: the safest reading, with an open question',
};

export function renderLedger(ledger: Ledger, document: OpenApiDocument): string {
  const elements = [...elementsOf(document)];
  return [
    GENERATED,
    '# Provenance ledger',
    `Where each element of *${document.info.title}* ${document.info.version} comes from, what proves that the contract holds it, and what is open ([${ledger.questions.length} open questions](${QUESTIONS_FILE})).`,
    '## Counts',
    renderCounts(ledger, elements),
    '## Elements of the spec',
    'An element with several kinds is supported in part by each: an entry says by what.',
    ...ELEMENT_GROUPS.flatMap((group) => renderGroup(ledger, group, elements)),
    '## Statements of the guide',
    `*${ledger.guide.title}*, <${ledger.guide.url}>, read on ${ledger.guide.read}. The text itself is not repeated here; each statement is named by its place and told in other words.`,
    renderStatements(ledger),
    '## Entries',
    ...ledger.entries.flatMap((entry) => renderEntry(entry)),
    '## Sources',
    renderSources(ledger),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function renderCounts(ledger: Ledger, elements: readonly SpecElement[]): string {
  const strongest = elements.map((element) => provenanceOf(ledger, element.pointer)[0]);
  const rows = ENTRY_KINDS.map((kind) => [
    kind,
    MEANING[kind],
    String(ledger.entries.filter((entry) => entry.kind === kind).length),
    String(strongest.filter((found) => found === kind).length),
  ]);
  const total = ['all', '', String(ledger.entries.length), String(elements.length)];
  const outside = ledger.guide.statements.filter(
    (statement) => !isContractual(ledger, statement.digest),
  ).length;
  const { length } = ledger.guide.statements;
  const assumed = elements.filter(({ pointer }) =>
    provenanceOf(ledger, pointer).includes('assumption'),
  ).length;
  return [
    table(['Kind', 'Meaning', 'Entries', 'Elements by their strongest kind'], [...rows, total]),
    `${assumed} of the ${elements.length} elements rest on an assumption, in part or as a whole.`,
    `The guide has ${length} statements: ${length - outside} shape the contract, ${outside} do not, each with its reason.`,
  ].join('\n\n');
}

function renderGroup(ledger: Ledger, group: string, all: readonly SpecElement[]): readonly string[] {
  const elements = all.filter((element) => element.group === group);
  if (elements.length === 0) return [];
  const rows = elements.map((element) => {
    const entries = entriesFor(ledger, element.pointer);
    return [
      code(element.name),
      provenanceOf(ledger, element.pointer).join(', '),
      unique(entries.flatMap((entry) => entry.source))
        .map(shownSource)
        .join(', '),
      entries.map((entry) => linkTo(entry.id)).join(', '),
      unique(entries.flatMap((entry) => entry.question ?? []))
        .map(questionLink)
        .join(', '),
    ];
  });
  const title = `${group.charAt(0).toUpperCase()}${group.slice(1)}`;
  return [
    `### ${title} (${elements.length})`,
    table(['Element', 'Kind', 'Sources', 'Entries', 'Open'], rows),
  ];
}

function renderStatements(ledger: Ledger): string {
  const rows = ledger.guide.statements.map((statement) => {
    const entries = ledger.entries.filter((entry) => entry.statement.includes(statement.digest));
    return [
      `${statement.place} (${statement.kind})`,
      isContractual(ledger, statement.digest) ? 'in the contract' : 'outside',
      entries.map((entry) => linkTo(entry.id)).join(', '),
      entries.map((entry) => entry.notContractual ?? entry.says).join(' '),
      statement.example === undefined ? '' : code(statement.example),
    ];
  });
  return table(['Place', 'Contract', 'Entries', 'What it became, or why nothing', 'Example'], rows);
}

function renderEntry(entry: Entry): readonly string[] {
  const facts = [
    `- Kind: ${entry.kind}${entry.source.length > 0 ? `, ${entry.source.map(shownSource).join(', ')}` : ''}`,
    ...(entry.notContractual === undefined
      ? []
      : [`- Not in the contract: ${oneLine(entry.notContractual)}`]),
    ...(entry.question === undefined ? [] : [`- Open: ${questionLink(entry.question)}`]),
    ...(entry.pointers.length === 0 ? [] : [`- Places: ${entry.pointers.map(code).join(', ')}`]),
    ...(entry.proofs.length === 0 ? [] : [`- Proofs: ${entry.proofs.map(code).join(', ')}`]),
  ];
  return [`### ${entry.id}`, oneLine(entry.says), facts.join('\n')];
}

function renderSources(ledger: Ledger): string {
  const rows = Object.entries(ledger.sources).map(([id, source]) => [
    id,
    source.kind,
    source.url === undefined ? source.title : `[${source.title}](${source.url})`,
  ]);
  return table(['Id', 'Kind', 'Source'], rows);
}

function isContractual(ledger: Ledger, digest: string): boolean {
  return ledger.entries.some(
    (entry) => entry.notContractual === undefined && entry.statement.includes(digest),
  );
}

function shownSource(source: string): string {
  return source.startsWith('RFC ') ? source : `[${source}](#sources)`;
}

function questionLink(id: string): string {
  return linkTo(id, QUESTIONS_FILE);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
