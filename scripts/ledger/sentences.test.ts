import { expect, it } from 'vitest';
import { normalise, sentencesOf } from './sentences.ts';

it('ends a sentence at its stop, its question mark or its call, before the next capital', () => {
  expect(sentencesOf('One. Two? Three! Four')).toEqual(['One.', 'Two?', 'Three!', 'Four']);
  expect(sentencesOf('Ends in "quotes." `code` begins.')).toEqual(['Ends in "quotes."', '`code` begins.']);
});

it('ends none within code, within a link or after an abbreviation', () => {
  for (const text of ['Call `a. B? C` now', 'See [it](/a. B) now', 'Pets, e.g. Ada, i.e. Her']) {
    expect(sentencesOf(text)).toEqual([text]);
  }
});

it('ends none at a number with decimals or before a small letter', () => {
  expect(sentencesOf('It costs 1.50 a day, approx. nothing.')).toHaveLength(1);
});

it('loses no text', () => {
  const text = 'A. B `x. y`? C [d](/e.md). F';
  expect(sentencesOf(text).join(' ')).toBe(text);
});

it('gives no sentence for empty text', () => {
  expect(sentencesOf('  \n ')).toEqual([]);
});

it('reads composed and decomposed letters alike', () => {
  expect(normalise('Jose\u0301')).toBe(normalise('José'));
});
