import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointer, segmentsOf, valueAt } from './pointer.ts';

describe('a JSON Pointer', () => {
  it('gives back the segments that it was made of, whatever they contain', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => {
        expect(segmentsOf(pointer(...segments))).toEqual(segments);
      }),
    );
  });

  it('escapes the slash and the tilde (RFC 6901, section 3)', () => {
    expect(pointer('paths', '/v1/a~b')).toBe('/paths/~1v1~1a~0b');
  });

  it('finds values in objects and arrays, and nothing in prototypes', () => {
    const document = { a: [{ b: null }] };
    expect(valueAt(document, '')).toBe(document);
    expect(valueAt(document, '#/a/0/b')).toBeNull();
    expect(valueAt(document, '/a/1')).toBeUndefined();
    expect(valueAt(document, '/toString')).toBeUndefined();
  });

  it('that does not start with a slash is refused', () => {
    expect(() => segmentsOf('a/b')).toThrow(/not a JSON Pointer: "a\/b"/);
  });
});
