import { describe, expect, it } from 'vitest';
import { loadLedger, parseLedger } from './load.ts';

const DIGEST = 'a'.repeat(64);
const YAML = `
guide:
  title: Pets Guide
  url: https://example.com/pets
  read: 2026-01-31
  digest: ${DIGEST}
  statements:
    - place: Pets / 1
      kind: sentence
      digest: '123456789012'
sources:
  S1: { title: Pets Guide, url: https://example.com/pets, kind: documented }
questions:
  - { id: Q-status, question: Which?, known: Nothing., chosen: '201.', reason: Usual., changes: A key. }
entries:
  - id: create
    kind: guide
    source: [S1]
    statement: ['123456789012']
    says: Pets are created.
    pointers: [/paths/~1pets/post]
    proofs: ['test:proven']
`;

describe('a ledger of the right shape', () => {
  it('is read with the days and digits of its text, and with empty lists where it has none', () => {
    const ledger = parseLedger(YAML);
    expect(ledger.guide.read).toBe('2026-01-31');
    expect(ledger.guide.statements[0]?.digest).toBe('123456789012');
    expect(ledger.sources['S1']?.kind).toBe('documented');
    expect(parseLedger(YAML.replace("    proofs: ['test:proven']\n", '')).entries[0]?.proofs).toEqual([]);
  });
});

describe('a ledger of the wrong shape', () => {
  it.each([
    ['a wrong kind', 'kind: guide', 'kind: hearsay', 'entries[0].kind: expected one of guide,'],
    [
      'a missing member',
      '    says: Pets are created.\n',
      '',
      'entries[0].says: expected text, found nothing',
    ],
    ['a member that nobody reads', 'says: ', 'say: no\n    says: ', 'entries[0].say: is not a member'],
    ['text for a list', '[S1]', 'S1', 'entries[0].source: expected a list, found the string "S1"'],
    ['a map for an item', "['test:proven']", '[{}]', 'entries[0].proofs[0]: expected text, found a map'],
    ['an id with capitals', 'id: create', 'id: Create', 'entries[0].id: expected an id in kebab-case'],
    [
      'a digest without quotes',
      "'123456789012'\nsources",
      '123456789012\nsources',
      'expected text, found the number',
    ],
    [
      'a digest that is too short',
      DIGEST,
      'abc',
      'guide.digest: expected 64 hexadecimal digits, found "abc"',
    ],
    ['a day that is none', '2026-01-31', 'January', 'guide.read: expected a day such as'],
    [
      'an unknown kind of source',
      'kind: documented',
      'kind: rumour',
      'sources.S1.kind: expected one of documented',
    ],
    ['a question without a reason', 'reason: Usual., ', '', 'questions[0].reason: expected text'],
    ['a list for the whole', YAML, '- a', 'the ledger: expected a map, found a list'],
    [
      'the same key twice',
      '  read: 2026-01-31',
      '  read: 2026-01-31\n  read: 2026-01-31',
      'not valid YAML: ',
    ],
  ])('is refused with its place: %s', (_, found, put, message) => {
    expect(YAML).toContain(found);
    expect(() => parseLedger(YAML.replace(found, put))).toThrow(message);
  });

  it('is refused in one line', () => {
    expect(() => parseLedger('guide: [')).toThrow(/^the ledger: not valid YAML: [^\n]+$/);
  });

  it('is refused with its name when the file is missing', async () => {
    await expect(loadLedger('openapi/no-such-ledger.yaml')).rejects.toThrow(
      /^openapi\/no-such-ledger\.yaml: cannot be read/,
    );
  });
});
