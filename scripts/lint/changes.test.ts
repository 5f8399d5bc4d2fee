import { describe, expect, it } from 'vitest';
import { withChanges } from './changes.ts';

const document = { info: { title: 'A', tags: ['a', 'b'] }, paths: { '/a': 1, '/b': 2 } };

describe('changes to a document', () => {
  it('set, append, remove and rename without touching the original', () => {
    const before = structuredClone(document);
    const changed = withChanges(document, [
      { set: '/info/title', to: 'B' },
      { set: '/info/tags/-', to: 'c' },
      { remove: '/info/tags/0' },
      { rename: '/paths/~1a', to: '/c' },
    ]);
    expect(changed).toEqual({ info: { title: 'B', tags: ['b', 'c'] }, paths: { '/c': 1, '/b': 2 } });
    expect(document).toEqual(before);
  });

  it('keep the order of the keys when one is renamed', () => {
    expect(Object.keys(withChanges(document, [{ rename: '/paths/~1a', to: '/z' }]).paths)).toEqual([
      '/z',
      '/b',
    ]);
  });

  it('refuse a place that is not there, and the document as a whole', () => {
    expect(() => withChanges(document, [{ remove: '/info/nothing' }])).toThrow(
      'nothing to remove at /info/nothing',
    );
    expect(() => withChanges(document, [{ rename: '/info/nothing', to: 'a' }])).toThrow('nothing to rename');
    expect(() => withChanges(document, [{ set: '/no/such/place', to: 1 }])).toThrow(
      'nothing holds /no/such/place',
    );
    expect(() => withChanges(document, [{ set: '', to: 1 }])).toThrow('cannot be changed at once');
  });
});
