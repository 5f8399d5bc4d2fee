import { describe, expect, it } from 'vitest';
import { describeDifference, differences } from './difference.ts';
import { UNKNOWN_PROPERTY } from './variants.ts';

const factsOf = (was: Parameters<typeof differences>[0], is: Parameters<typeof differences>[1]) =>
  differences(was, is).map(({ fact }) => fact);

describe('the difference that a round trip makes', () => {
  it('is none where only the order of the members differs', () => {
    expect(differences({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toEqual([]);
  });

  it('is a fact where the contract calls both sides the same', () => {
    expect(factsOf({ a: null }, {})).toEqual(['leaves out null']);
    expect(factsOf({}, { a: null })).toEqual(['adds null']);
    expect(factsOf({ a: [{ [UNKNOWN_PROPERTY]: 1 }] }, { a: [{}] })).toEqual(['drops unknown properties']);
    expect(factsOf('1990-05-17T00:00:00Z', '1990-05-17T02:00:00.000+02:00')).toEqual(['rewrites times']);
  });

  it('is a failure where a value is lost, changed, moved or added', () => {
    expect(factsOf({ a: 'x' }, {})).toEqual([undefined]);
    expect(factsOf({ a: '1' }, { a: 1 })).toEqual([undefined]);
    expect(factsOf([1, 2], [2])).toEqual([undefined]);
    expect(factsOf({}, { metadata: {} })).toEqual([undefined]);
    expect(factsOf('1990-05-17T00:00:00Z', '1990-05-17T00:00:01Z')).toEqual([undefined]);
    expect(factsOf({ [UNKNOWN_PROPERTY]: 1 }, { [UNKNOWN_PROPERTY]: 2 })).toEqual([undefined]);
    expect(factsOf({ a: 'x' }, { a: null })).toEqual([undefined]);
  });

  it('names its place and both sides', () => {
    expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 2 }] }).map(describeDifference)).toEqual([
      '/a/0/b: 1 became 2',
    ]);
    expect(differences('x', undefined).map(describeDifference)).toEqual(['the body: "x" became nothing']);
  });
});
