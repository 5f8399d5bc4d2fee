import { describe, expect, it } from 'vitest';
import { findingsIn } from './knip.ts';

describe('a report of knip', () => {
  it('becomes a finding for each thing that is unused', () => {
    const issues = [
      { file: 'src/a.ts', exports: [{ name: 'left', line: 3 }], types: [] },
      { file: 'package.json', devDependencies: [{ name: 'old-tool' }] },
      { file: 'src/b.ts', files: [{ name: 'src/b.ts' }] },
    ];
    expect(findingsIn({ issues })).toEqual([
      { place: 'src/a.ts', message: 'exports: left is not used; take it out' },
      { place: 'package.json', message: 'devDependencies: old-tool is not used; take it out' },
      { place: 'src/b.ts', message: 'files: src/b.ts is not used; take it out' },
    ]);
  });

  it('without issues is no finding', () => {
    expect(findingsIn({ issues: [] })).toEqual([]);
  });
});
