import { expect, it } from 'vitest';
import { CLEAN } from './clean-sample.ts';
import { marksAt, provenanceOf } from './provenance.ts';

it('names the kinds of a place, strongest first and each once', () => {
  expect(provenanceOf(CLEAN.ledger, '/components/schemas/Pet')).toEqual(['guide', 'observed']);
  expect(provenanceOf(CLEAN.ledger, '/paths/~1pets/post/responses/201')).toEqual(['assumption']);
});

it('names no kind for a place that the ledger does not know', () => {
  expect(provenanceOf(CLEAN.ledger, '/info')).toEqual([]);
});

it('gives a badge for each source by its title, and the question instead for an assumption', () => {
  expect(marksAt(CLEAN.ledger, '/components/schemas/Pet')).toEqual([
    { kind: 'guide', source: 'Pets Guide' },
    { kind: 'observed', source: 'Recorded pets' },
  ]);
  expect(marksAt(CLEAN.ledger, '/paths/~1pets/post/responses/201')).toEqual([
    { kind: 'assumption', source: '', question: 'Q-status' },
  ]);
});
