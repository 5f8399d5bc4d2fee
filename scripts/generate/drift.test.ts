import { expect, it } from 'vitest';
import { drift } from './drift.ts';

const built = new Map([
  ['a.ts', 'one\ntwo\n'],
  ['docs/b.md', 'text\n'],
]);

function changed(...changes: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map([...built, ...changes]);
}

it('is silent when every byte is as built', () => {
  expect(drift(built, new Map(built))).toEqual([]);
});

it('notices one changed byte and names the file and its first line that differs', () => {
  expect(drift(built, changed(['a.ts', 'one\ntwO\n']))).toEqual([
    'generated/a.ts:2: expected "two", found "twO"',
  ]);
});

it('notices a missing line break at the end', () => {
  expect(drift(built, changed(['a.ts', 'one\ntwo']))).toEqual([
    'generated/a.ts:3: expected "", found the end of the file',
  ]);
});

it('notices text after the end', () => {
  expect(drift(built, changed(['a.ts', 'one\ntwo\n\n']))).toEqual([
    'generated/a.ts:4: expected the end of the file, found ""',
  ]);
});

it('notices a file that is missing and one that nothing generates', () => {
  const committed = new Map([...changed(['old.ts', 'x'])].filter(([path]) => path !== 'docs/b.md'));
  expect(drift(built, committed)).toEqual([
    'generated/docs/b.md: missing',
    'generated/old.ts: stale, nothing generates it',
  ]);
});
