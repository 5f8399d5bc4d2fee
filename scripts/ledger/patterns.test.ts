import { describe, expect, it } from 'vitest';
import { expand, matches } from './patterns.ts';

const DOCUMENT = { paths: { '/a': { get: { x: 1 }, put: { x: 2 } }, '/b': { get: {} } }, list: ['p', 'q'] };

describe('expanding', () => {
  it('gives the place itself for a pointer without a star', () => {
    expect(expand(DOCUMENT, '/paths/~1a/get')).toEqual(['/paths/~1a/get']);
  });

  it('lets each star stand for one segment of any name', () => {
    expect(expand(DOCUMENT, '/paths/*/*/x')).toEqual(['/paths/~1a/get/x', '/paths/~1a/put/x']);
    expect(expand(DOCUMENT, '/list/*')).toEqual(['/list/0', '/list/1']);
  });

  it('gives nothing where the document ends, and nothing of a prototype', () => {
    expect(expand(DOCUMENT, '/paths/~1c')).toEqual([]);
    expect(expand(DOCUMENT, '/paths/~1a/get/x/y')).toEqual([]);
    expect(expand(DOCUMENT, '/constructor')).toEqual([]);
  });
});

describe('matching', () => {
  it('agrees with expanding on every place of a document', () => {
    for (const pattern of ['/paths/*/get', '/paths/~1a/*', '/*/*', '/list/0']) {
      for (const place of expand(DOCUMENT, pattern)) expect(matches(pattern, place)).toBe(true);
    }
  });

  it('wants as many segments as the pattern has', () => {
    expect(matches('/paths/*', '/paths/~1a/get')).toBe(false);
    expect(matches('/paths/*', '/paths')).toBe(false);
    expect(matches('/paths/*/put', '/paths/~1a/get')).toBe(false);
  });
});
