/** Puts the tables where people read them: a page of its own, and a short one between two marks in the README. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderPage, renderSummary } from './page.ts';
import type { RowResult } from './run-row.ts';
import { ROOT } from './workplace.ts';

const MARKS = /(<!-- codegen-matrix -->\n)[\s\S]*?(<!-- \/codegen-matrix -->)/;

interface PublishedFile {
  /** Path from the root of the repository. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** The files as these results would have them. */
async function published(results: readonly RowResult[]): Promise<readonly PublishedFile[]> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  return [
    fileOf('generated/docs/codegen-matrix.md', renderPage(results)),
    fileOf('README.md', withSummary(readme, renderSummary(results))),
  ];
}

export async function publish(results: readonly RowResult[]): Promise<readonly string[]> {
  const files = await published(results);
  for (const { file, text } of files) await writeFile(file, text);
  return files.map(({ name }) => name);
}

/** The names of the files that are not as these results would have them. */
export async function staleFiles(results: readonly RowResult[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { file, name, text } of await published(results)) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(name);
  }
  return stale;
}

/** @throws Error when the README has lost its marks */
export function withSummary(readme: string, summary: string): string {
  if (!MARKS.test(readme)) throw new Error('README.md has no <!-- codegen-matrix --> marks for the table');
  return readme.replace(MARKS, (_, open: string, close: string) => `${open}${summary}\n${close}`);
}

function fileOf(name: string, text: string): PublishedFile {
  return { name, file: join(ROOT, name), text };
}
