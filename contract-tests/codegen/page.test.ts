import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPage, renderSummary } from './page.ts';
import { withSummary } from './publish.ts';
import { rows } from './rows.ts';
import type { RowResult } from './run-row.ts';
import { missingTools, skipLine } from './toolchain.ts';
import { versionOf } from './versions.ts';

const [row = rows[0]] = rows.filter(({ language }) => language === 'Go');
if (row === undefined) throw new Error('the matrix has no row');

const result = (over: Partial<RowResult>): RowResult => ({
  row,
  passed: ['generates', 'compiles', 'round-trips'],
  failures: [],
  steps: 3,
  facts: [],
  warnings: [],
  seconds: { generates: 1, compiles: 2, 'round-trips': 3 },
  ...over,
});

describe('the tables of the matrix', () => {
  it('say of each row what it is, how far it came and what to know, without a time', () => {
    const page = renderPage([result({ facts: ['adds null'], warnings: ['a | b'] })]);
    expect(page).toContain(
      `| Go | oapi-codegen | ${row.version} | 3.1 | yes | 3 of 3 | Adds null. Warns: a \\| b. |`,
    );
    expect(renderPage([result({ seconds: { generates: 9, compiles: 9, 'round-trips': 9 } })])).toBe(
      renderPage([result({})]),
    );
  });

  it('do not hide a row that failed', () => {
    expect(renderPage([result({ passed: ['generates'] })])).toContain('| no | no |');
    expect(renderSummary([result({}), result({ passed: [] })])).toContain('| 1 of 2 |');
  });

  it('replace only what stands between the marks of the README', () => {
    const readme = 'a\n<!-- codegen-matrix -->\nold\n<!-- /codegen-matrix -->\nb $1\n';
    const renewed = withSummary(readme, '| $& |');
    expect(renewed).toBe('a\n<!-- codegen-matrix -->\n| $& |\n<!-- /codegen-matrix -->\nb $1\n');
    expect(withSummary(renewed, '| $& |')).toBe(renewed);
    expect(() => withSummary('no marks', '')).toThrow('marks');
  });
});

describe('the rows of the matrix', () => {
  it('have names of their own', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('need nothing but Node in TypeScript, so that it is never skipped', () => {
    const typescript = rows.filter(({ language }) => language === 'TypeScript');
    expect(typescript).toHaveLength(12);
    expect(typescript.flatMap(({ needs }) => needs)).toEqual([]);
  });

  it('are skipped with the name of the missing tool and the way to get it', async () => {
    const missing = await missingTools({ needs: ['mvn', 'java'] }, '/nowhere');
    expect(skipLine(row, missing)).toBe(
      `SKIPPED ${row.id}: mvn and java not found on this machine (apt-get install maven; apt-get install default-jdk-headless)`,
    );
  });

  it('are compiled by the TypeScript that the project uses', () => {
    const pins = ['../../package.json', './package.json'].map((place) => {
      const manifest = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      return { ...manifest.devDependencies, ...manifest.dependencies }.typescript;
    });
    expect(new Set(pins).size).toBe(1);
  });

  it('cannot use a tool that is pinned nowhere', () => {
    expect(() => versionOf('nothing-of-the-kind')).toThrow('pins no version of nothing-of-the-kind');
  });
});
