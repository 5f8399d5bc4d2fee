/** Where reports go: the terminal, a file, and what a CI service offers. */
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CheckReport } from '../contract/report.ts';
import { githubAnnotations, githubSummary } from '../contract/reports/github.ts';
import { htmlReport } from '../contract/reports/html.ts';
import { junitReport } from '../contract/reports/junit.ts';
import { paint } from '../contract/reports/lines.ts';
import { sarifReport } from '../contract/reports/sarif.ts';
import { textReport } from '../contract/reports/text.ts';
import { type Terminal, UsageError } from './command.ts';

const FORMATS: Readonly<Record<string, (report: CheckReport) => string>> = {
  text: (report) => textReport(report, paint(false)),
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  junit: junitReport,
  sarif: sarifReport,
  html: htmlReport,
};

/** A report to write: `FORMAT=FILE`. */
export interface Output {
  readonly format: string;
  readonly file: string;
}

/** @throws UsageError that names what cannot be followed. */
export function outputFrom(given: string): Output {
  const at = given.indexOf('=');
  const [format, file] = [given.slice(0, Math.max(0, at)), given.slice(at + 1)];
  if (FORMATS[format] === undefined || file === '') {
    throw new UsageError(
      `--report must be FORMAT=FILE with FORMAT one of ${Object.keys(FORMATS).join(', ')}, got "${given}"`,
    );
  }
  return { format, file };
}

/** Prints the report, writes the files, and tells GitHub where it is the one that runs this. */
export function deliver(report: CheckReport, outputs: readonly Output[], terminal: Terminal): void {
  terminal.print(textReport(report, paint(terminal.interactive)));
  for (const { format, file } of outputs) writeWhole(file, FORMATS[format]?.(report) ?? '');
  if (terminal.env['GITHUB_ACTIONS'] === 'true') {
    const annotations = githubAnnotations(report);
    if (annotations !== '') terminal.print(annotations);
  }
  const summary = terminal.env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined && summary !== '') appendFileSync(summary, githubSummary(report));
}

/** A reader never finds half a report: it is written beside its place and moved there. */
function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}

/** 0 kept, 1 breached, 2 could not run. */
export function exitCodeOf({ verdict }: CheckReport): number {
  return verdict === 'kept' ? 0 : verdict === 'breached' ? 1 : 2;
}
