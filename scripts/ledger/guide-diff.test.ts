import { expect, it } from 'vitest';
import { CLEAN, entry } from './clean-sample.ts';
import { compareGuide } from './guide-diff.ts';
import type { Ledger } from './ledger.ts';
import { statementsOf } from './statements.ts';

const PAGE = '# Pets\n\nIt barks. It bites.\n\n## Food\n\nIt eats.\n';

it('finds nothing when a fresh copy says the same in another layout', () => {
  expect(changes(PAGE.replace('It barks. It', 'It\nbarks.   It'))).toEqual([]);
});

it('finds an added statement, with its text for the reader', () => {
  expect(changes(`${PAGE}\nIt sleeps.\n`)).toEqual(['Food / 2: added sentence: It sleeps.']);
});

it('finds a removed statement, with the entries that rest on it', () => {
  expect(changes(PAGE.replace('It eats.', ''))).toEqual(['Food / 1: removed or changed; cited by food']);
});

it('finds a changed statement as one removed and one added', () => {
  expect(changes(PAGE.replace('It eats.', 'It drinks.'))).toEqual([
    'Food / 1: added sentence: It drinks.',
    'Food / 1: removed or changed; cited by food',
  ]);
});

it('finds a statement that moved to another section', () => {
  expect(changes(PAGE.replace('## Food', '## Meals'))).toEqual(['Meals / 1: moved from "Food / 1"']);
});

it('finds the second of two equal statements missing', () => {
  const twice = ledgerOf('# Pets\n\nIt barks. It barks.\n');
  const found = [...compareGuide(twice, statementsOf('# Pets\n\nIt barks.\n'))];
  expect(found.map(({ what }) => what)).toEqual(['removed or changed; cited by no entry']);
});

function changes(markdown: string): readonly string[] {
  return [...compareGuide(ledgerOf(PAGE), statementsOf(markdown))].map(
    ({ place, what }) => `${place.replace(/ \(.*/, '')}: ${what}`,
  );
}

function ledgerOf(markdown: string): Ledger {
  const statements = statementsOf(markdown);
  const statement = statements.filter(({ text }) => text === 'It eats.').map(({ digest }) => digest);
  return {
    ...CLEAN.ledger,
    guide: { ...CLEAN.ledger.guide, statements },
    entries: [entry({ id: 'food', kind: 'guide', statement })],
  };
}
