import { expect, it } from 'vitest';
import { shown } from './shown.ts';

it('keeps a finding within 80 columns and says where, what and what to do', () => {
  const text = shown({ place: 'entries create', what: 'word '.repeat(40), todo: 'do it' });
  const lines = text.split('\n');
  expect(lines[0]).toBe('entries create');
  expect(lines.at(-1)).toBe('  -> do it');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

it('never breaks a pointer, even one that is longer than a line', () => {
  const place = `/${'segment/'.repeat(12)}end`;
  expect(shown({ place, what: 'x', todo: 'y' }).split('\n')[0]).toBe(place);
});
