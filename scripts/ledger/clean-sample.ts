/** A small ledger and the small spec that it belongs to, without a finding: each test breaks one thing in it. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { LedgerInput } from './check.ts';
import { valueDigest } from './digest.ts';
import type { Entry, Ledger } from './ledger.ts';
import { digestOfStatements } from './statements.ts';

const BODY = { name: 'Ada' };
const STATEMENTS = [
  { place: 'Pets / 1', kind: 'sentence', digest: 'aaaaaaaaaaaa' },
  { place: 'Pets / 2', kind: 'code', digest: 'bbbbbbbbbbbb', json: valueDigest(BODY), example: 'PetGuide' },
] as const;

const DOCUMENT: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/pets': {
      post: {
        operationId: 'createPet',
        summary: 'Create a pet',
        description: 'Creates a pet.',
        tags: [],
        responses: { '201': { description: 'Created.' } },
      },
    },
  },
  components: {
    schemas: { Pet: { type: 'object', properties: { name: { type: 'string' } } } },
    examples: { PetGuide: { value: BODY } },
  },
};

export function entry(given: Partial<Entry> & Pick<Entry, 'id' | 'kind'>): Entry {
  return {
    source: [],
    statement: [],
    says: 'Something.',
    pointers: ['/components/schemas/Pet'],
    proofs: ['test:proven'],
    ...given,
  };
}

const LEDGER: Ledger = {
  guide: {
    title: 'Pets Guide',
    url: 'https://example.com/pets',
    read: '2026-01-31',
    digest: digestOfStatements(STATEMENTS),
    statements: STATEMENTS,
  },
  sources: {
    S1: { title: 'Pets Guide', kind: 'documented', url: 'https://example.com/pets' },
    R1: { title: 'Recorded pets', kind: 'observed' },
  },
  questions: [
    {
      id: 'Q-status',
      question: 'Which status?',
      known: 'Nothing.',
      contradiction: 'One says 200, another 201.',
      chosen: '201.',
      reason: 'It is usual.',
      changes: 'A key.',
    },
  ],
  entries: [
    entry({
      id: 'create',
      kind: 'guide',
      source: ['S1'],
      statement: ['bbbbbbbbbbbb'],
      pointers: ['/paths/~1pets/post', '/components/schemas/Pet', '/components/schemas/*/properties/name'],
    }),
    entry({
      id: 'scope',
      kind: 'guide',
      source: ['S1'],
      statement: ['aaaaaaaaaaaa'],
      pointers: [],
      proofs: [],
      notContractual: 'It is about the page.',
    }),
    entry({ id: 'seen', kind: 'observed', source: ['R1'] }),
    entry({
      id: 'status',
      kind: 'assumption',
      pointers: ['/paths/*/*/responses/201'],
      question: 'Q-status',
    }),
  ],
};

export const CLEAN: LedgerInput = { ledger: LEDGER, document: DOCUMENT, proofs: new Set(['test:proven']) };
