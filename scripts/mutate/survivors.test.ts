import { describe, expect, it } from 'vitest';
import { type MutationReport, percent, scores, survivorsOf, total } from './report.ts';
import { compared, page } from './survivors.ts';

const SOURCE = 'const a = 1;\n  return a && {\n    b,\n  };\n';

function report(statuses: readonly string[]): MutationReport {
  return {
    files: {
      'src/b.ts': {
        source: SOURCE,
        mutants: statuses.map((status) => ({
          mutatorName: 'LogicalOperator',
          replacement: 'a || {}',
          status,
          location: { start: { line: 2, column: 10 }, end: { line: 4, column: 4 } },
        })),
      },
      'src/types.ts': { source: '', mutants: [] },
    },
  };
}

const SURVIVOR = {
  file: 'src/b.ts',
  line: 'return a && {',
  mutator: 'LogicalOperator',
  original: 'a && {\n    b,\n  }',
  replacement: 'a || {}',
};
const KNOWN = { ...SURVIVOR, reason: 'The same for every value.' };

describe('a mutation report', () => {
  it('counts what was noticed, a test without an end included, and leaves out files without mutants', () => {
    const all = scores(report(['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage']));
    expect(all).toEqual([{ file: 'src/b.ts', killed: 2, timeout: 1, survived: 1, uncovered: 1 }]);
    expect(percent(total(all))).toBe(60);
  });

  it('names survivors by their code, not by the number of their line', () => {
    expect(survivorsOf(report(['Killed', 'Survived', 'NoCoverage']))).toEqual([SURVIVOR, SURVIVOR]);
  });
});

describe('the list of survivors', () => {
  it('explains each one once', () => {
    expect(compared([KNOWN], report(['Survived']))).toEqual({ unexplained: [], outdated: [] });
    expect(compared([KNOWN], report(['Survived', 'Survived']))).toEqual({
      unexplained: [SURVIVOR],
      outdated: [],
    });
  });

  it('explains nothing without a reason, and nothing that differs', () => {
    for (const other of [
      { ...KNOWN, reason: ' ' },
      ...(['file', 'line', 'mutator', 'original', 'replacement'] as const).map((name) => ({
        ...KNOWN,
        [name]: 'other',
      })),
    ])
      expect(compared([other], report(['Survived']))).toEqual({ unexplained: [SURVIVOR], outdated: [other] });
  });

  it('is out of date where a listed one is noticed', () => {
    expect(compared([KNOWN], report(['Killed']))).toEqual({ unexplained: [], outdated: [KNOWN] });
  });

  it('is published with the score', () => {
    expect(page([KNOWN], report(['Killed', 'Survived']))).toContain(
      '| src/b.ts | 50.0 % | 1 | 0 | 1 | 0 |\n| all files | 50.0 % | 1 | 0 | 1 | 0 |\n\n## Survivors\n\n' +
        '- src/b.ts, `return a && {`\n  LogicalOperator: `a && { b, }` becomes `a || {}`. The same for every value.\n',
    );
  });
});
