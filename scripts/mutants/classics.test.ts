import { expect, it } from 'vitest';
import { faults } from '../../src/sandbox/faults/catalogue.ts';
import { CLASSICS } from './classics.ts';
import { combinations } from './combinations.ts';

it('each classic fault is one of the catalogue, and another one', () => {
  const known = new Set(faults.map(({ id }) => id));
  expect(CLASSICS.filter(({ fault }) => !known.has(fault)).map(({ fault }) => fault)).toEqual([]);
  expect(new Set(CLASSICS.map(({ fault }) => fault)).size).toBe(28);
});

it('too few combinations of the readings are refused, because they leave triples of values out', () => {
  expect(() => combinations(8)).toThrow(/8 combinations leave \d+ triples of readings out/);
});
