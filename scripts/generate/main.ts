/** `npm run generate` writes generated/ from openapi/; with `--check` it only compares, and fails where they differ. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { drift } from './drift.ts';
import { describeFailure } from './failure.ts';
import { readOwned, swap } from './swap.ts';

const USAGE = `Usage: npm run generate -- [--check] [--verbose]

  --check    write nothing; list every file of generated/ that differs from its sources
  --verbose  print stack traces`;

/** Runs one command line and answers with the exit code. */
export async function main(args: readonly string[], root: string, print: Print): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    print.error(`${options}\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    print.line(USAGE);
    return 0;
  }
  try {
    return options.check ? await check(root, print) : await generate(root, print);
  } catch (error) {
    print.error(describeFailure(error, options.verbose));
    return 1;
  }
}

export interface Print {
  readonly line: (text: string) => void;
  readonly error: (text: string) => void;
}

async function generate(root: string, print: Print): Promise<number> {
  const { artifacts, notes } = await build(root);
  const { written, removed } = await swap(join(root, 'generated'), artifacts);
  for (const path of written) print.line(`wrote generated/${path}`);
  for (const path of removed) print.line(`removed generated/${path}`);
  for (const note of notes) print.line(note);
  print.line(`generated/: ${artifacts.size} files, ${written.length} written, ${removed.length} removed`);
  return 0;
}

async function check(root: string, print: Print): Promise<number> {
  const { artifacts } = await build(root);
  const differing = drift(artifacts, await readOwned(join(root, 'generated')));
  if (differing.length === 0) {
    print.line(`generated/: ${artifacts.size} files are as their sources give them`);
    return 0;
  }
  for (const line of differing) print.error(line);
  print.error(
    `generated/: ${differing.length} of ${artifacts.size} files differ; run \`npm run generate\` and commit`,
  );
  return 1;
}

function optionsOf(args: readonly string[]): { check: boolean; verbose: boolean; help: boolean } | string {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args: [...args], options: { check: flag, verbose: flag, help: flag } }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const [, script, ...args] = process.argv;
if (script !== undefined && resolve(script) === fileURLToPath(import.meta.url)) {
  const root = resolve(fileURLToPath(import.meta.url), '../../..');
  process.exitCode = await main(args, root, { line: console.log, error: console.error });
}
