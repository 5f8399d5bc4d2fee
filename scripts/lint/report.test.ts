import { describe, expect, it } from 'vitest';
import { findingsIn } from './biome.ts';
import { renderReport, wrapped } from './report.ts';
import { runChecks } from './run-checks.ts';

describe('the report', () => {
  it('names the check, the place, the message and the total', () => {
    const findings = [
      { place: 'a.yaml#/info', message: 'info-contact: say who answers' },
      { message: 'no place' },
    ];
    const report = renderReport([
      { title: 'first', findings, milliseconds: 1234 },
      { title: 'second', findings: [], milliseconds: 0 },
    ]);
    expect(report.split('\n')).toEqual([
      'FAIL first, 2 findings (1.2 s)',
      '     a.yaml#/info',
      '       info-contact: say who answers',
      '     no place',
      'ok   second (0.0 s)',
      '',
      '2 findings in all.',
      '',
    ]);
  });

  it('keeps to 80 columns and breaks only at spaces', () => {
    const lines = wrapped(`${'word '.repeat(40)}${'x'.repeat(90)}`, '  ');
    expect(lines.slice(0, -1).every((line) => line.length <= 80)).toBe(true);
    expect(lines.at(-1)).toBe(`  ${'x'.repeat(90)}`);
  });
});

describe('running the checks', () => {
  it('keeps their order and turns one that cannot run into a finding', async () => {
    const results = await runChecks([
      {
        title: 'broken',
        run: () => {
          throw new Error('no such file');
        },
      },
      { title: 'clean', run: () => [] },
    ]);
    expect(results.map(({ title, findings }) => [title, findings])).toEqual([
      ['broken', [{ message: 'could not run: no such file' }]],
      ['clean', []],
    ]);
  });
});

describe("Biome's findings", () => {
  it('are its errors, with file and line, and not its warnings', () => {
    const output = [
      '::warning title=lint/a,file=/repo/a.ts,line=1,endLine=1,col=1,endColumn=2::A hint.',
      '::error title=format,file=/repo/src/b.ts,line=1,endLine=1,col=1,endColumn=2::File content differs',
      '::error title=lint/c,file=src/c.ts,line=7,endLine=7,col=1,endColumn=2::Something: wrong.',
    ].join('\n');
    expect(findingsIn(output, '/repo/')).toEqual([
      { place: 'src/b.ts:1', message: 'not formatted; run npm run format' },
      { place: 'src/c.ts:7', message: 'lint/c: Something: wrong.' },
    ]);
  });
});
