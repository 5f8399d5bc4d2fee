/** Redocly in one process for any number of files: starting it costs half a second, a document some milliseconds. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { LintFinding } from './finding.ts';
import { REDOCLY_RULESET, ROOT } from './rulesets.ts';

const CLI = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');
const PLUGIN = fileURLToPath(new URL('./redocly-effective-rules.mjs', import.meta.url));
const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** The rules that compile schemas to check examples: they take more than half of the time. */
export const EXAMPLE_RULES = [
  'no-invalid-media-type-examples',
  'no-invalid-parameter-examples',
  'no-invalid-schema-examples',
];

interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly source: { readonly ref: string }; readonly pointer?: string }[];
}

interface Report {
  readonly problems: readonly Problem[];
}

export interface RedoclyRule {
  readonly name: string;
  readonly enabled: boolean;
}

/** Runs the Redocly command line. It ends with a status of 1 for findings and for its own failures, but reports only findings. */
export function redocly(args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const env = { ...process.env, ...QUIET };
    execFile(
      process.execPath,
      [CLI, ...args],
      { cwd: ROOT, env, maxBuffer: 2 ** 28 },
      (error, stdout, stderr) => {
        if (error === null || stdout.trim() !== '') done(stdout);
        else fail(new Error(`redocly ${args[0]} failed: ${stderr.trim().split('\n').at(-1)}`));
      },
    );
  });
}

/** Lints files; the findings name the file as the absolute path that holds the place. */
export async function lintFiles(
  files: readonly string[],
  { config = REDOCLY_RULESET, skip = [] }: { config?: string; skip?: readonly string[] } = {},
): Promise<LintFinding[]> {
  const skipped = skip.flatMap((rule) => ['--skip-rule', rule]);
  const args = ['lint', ...files, '--config', config, ...skipped, '--format=json', '--max-problems=100000'];
  const output = await redocly(args);
  const problems = reportsIn(output).flatMap((report) => report.problems);
  return problems.map(({ ruleId, message, location: [place] }) => ({
    tool: 'redocly',
    rule: ruleId,
    pointer: (place?.pointer ?? '').replace(/^#\/?$/, '').replace(/^#/, ''),
    message,
    ...(place !== undefined && { file: resolve(ROOT, place.source.ref) }),
  }));
}

/** The CLI writes one report for each file, one after the other; only a report's own braces stand at the margin. */
function reportsIn(output: string): readonly Report[] {
  const start = output.indexOf('{');
  if (start < 0) throw new Error('redocly lint gave no report; run it with --format=stylish to see why');
  const reports = output.slice(start).split(/(?<=^\})\s*(?=\{)/m);
  // The shape is that of `redocly lint --format=json`, version 2; a change of it fails the fixtures of every rule.
  return reports.map((report) => JSON.parse(report) as Report);
}

export interface RedoclyOptions {
  /** Files that the documents refer to, by name. */
  readonly beside?: Readonly<Record<string, unknown>>;
  /** Rules to leave out. */
  readonly skip?: readonly string[];
}

/** Lints documents in memory, all in one process; the answer is one list for each of them. */
export async function lintWithRedocly(
  documents: readonly unknown[],
  { beside = {}, skip = [] }: RedoclyOptions = {},
): Promise<LintFinding[][]> {
  return inTemporaryFolder(async (folder) => {
    const files = documents.map((_, index) => join(folder, `${index}.json`));
    await Promise.all([
      ...files.map((file, index) => writeFile(file, JSON.stringify(documents[index]))),
      ...Object.entries(beside).map(([name, value]) => writeFile(join(folder, name), JSON.stringify(value))),
    ]);
    const found = new Map<string, LintFinding[]>(files.map((file) => [file, []]));
    if (files.length > 0) {
      for (const { file = '', ...finding } of await lintFiles(files, { skip }))
        found.get(file)?.push(finding);
    }
    return [...found.values()];
  });
}

/** Every rule that the CLI itself knows for OpenAPI 3.1, with the state that the ruleset gives it. */
export async function redoclyRules(): Promise<readonly RedoclyRule[]> {
  return inTemporaryFolder(async (folder) => {
    const config = join(folder, 'redocly.yaml');
    const file = join(folder, 'openapi.json');
    const rules = { 'effective-rules/report': 'error' };
    await writeFile(config, stringify({ extends: [join(ROOT, REDOCLY_RULESET)], plugins: [PLUGIN], rules }));
    await writeFile(file, JSON.stringify({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {} }));
    const findings = await lintFiles([file], { config });
    const report = findings.find(({ rule }) => rule === 'effective-rules/report');
    if (report === undefined) throw new Error('redocly did not report its effective rules');
    // The message is what redocly-effective-rules.mjs wrote.
    return JSON.parse(report.message) as readonly RedoclyRule[];
  });
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'plexo-customers-lint-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
