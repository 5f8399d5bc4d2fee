/** Reads the ledger's YAML into its types, or says in one line what is wrong and where. */
import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import {
  ENTRY_KINDS,
  type Entry,
  type Guide,
  type Ledger,
  type LedgerStatement,
  type Question,
  type Source,
} from './ledger.ts';
import { LedgerShapeError, RecordReader } from './shape.ts';

export const LEDGER_FILE = 'openapi/ledger.yaml';

export async function loadLedger(file: string = LEDGER_FILE): Promise<Ledger> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new LedgerShapeError(file, `cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  }
  return parseLedger(text);
}

export function parseLedger(text: string): Ledger {
  // YAML's core schema reads a day as text, which is what the ledger wants.
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true });
  const [fault] = document.errors;
  if (fault !== undefined) throw new LedgerShapeError('', `not valid YAML: ${fault.message.split('\n')[0]}`);
  const root = new RecordReader(document.toJS(), '');
  const ledger: Ledger = {
    guide: guideOf(root.value('guide')),
    sources: sourcesOf(root.value('sources')),
    questions: root.list('questions').map((value, index) => questionOf(value, `questions[${index}]`)),
    entries: root.list('entries').map((value, index) => entryOf(value, `entries[${index}]`)),
  };
  root.done();
  return ledger;
}

function guideOf(value: unknown): Guide {
  const record = new RecordReader(value, 'guide');
  const guide: Guide = {
    title: record.text('title'),
    url: record.text('url'),
    read: record.matching('read', /^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-01-31'),
    digest: record.matching('digest', /^[0-9a-f]{64}$/, '64 hexadecimal digits'),
    statements: record
      .list('statements')
      .map((item, index) => statementOf(item, `guide.statements[${index}]`)),
  };
  record.done();
  return guide;
}

function statementOf(value: unknown, place: string): LedgerStatement {
  const record = new RecordReader(value, place);
  const short = /^[0-9a-f]{12}$/;
  const json =
    record.value('json') === undefined ? undefined : record.matching('json', short, '12 hex digits');
  const example = record.optionalText('example');
  const statement: LedgerStatement = {
    place: record.text('place'),
    kind: record.choice('kind', ['sentence', 'bullet', 'code']),
    digest: record.matching('digest', short, '12 hexadecimal digits in quotes'),
    ...(json === undefined ? {} : { json }),
    ...(example === undefined ? {} : { example }),
  };
  record.done();
  return statement;
}

function sourcesOf(value: unknown): Readonly<Record<string, Source>> {
  const record = new RecordReader(value, 'sources');
  return Object.fromEntries(
    record.names().map((id) => {
      const source = new RecordReader(record.value(id), `sources.${id}`);
      const url = source.optionalText('url');
      const read: Source = {
        title: source.text('title'),
        kind: source.choice('kind', ['documented', 'observed']),
        ...(url === undefined ? {} : { url }),
      };
      source.done();
      return [id, read];
    }),
  );
}

function questionOf(value: unknown, place: string): Question {
  const record = new RecordReader(value, place);
  const contradiction = record.optionalText('contradiction');
  const question: Question = {
    id: record.matching('id', /^Q-[a-z0-9-]+$/, 'an id such as Q-create-status'),
    question: record.text('question'),
    known: record.text('known'),
    chosen: record.text('chosen'),
    reason: record.text('reason'),
    changes: record.text('changes'),
    ...(contradiction === undefined ? {} : { contradiction }),
  };
  record.done();
  return question;
}

function entryOf(value: unknown, place: string): Entry {
  const record = new RecordReader(value, place);
  const notContractual = record.optionalText('notContractual');
  const question = record.optionalText('question');
  const entry: Entry = {
    id: record.matching('id', /^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab-case'),
    kind: record.choice('kind', ENTRY_KINDS),
    source: record.texts('source'),
    statement: record.texts('statement'),
    says: record.text('says'),
    pointers: record.texts('pointers'),
    proofs: record.texts('proofs'),
    ...(notContractual === undefined ? {} : { notContractual }),
    ...(question === undefined ? {} : { question }),
  };
  record.done();
  return entry;
}
