/** `npm run generate` writes generated/ from openapi/; with `--check` it only compares, and fails where they differ. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { drift } from './drift.ts';
import { describeFailure } from './failure.ts';
import type { Product } from './produce.ts';
import { readOwned, swap } from './swap.ts';

const USAGE = `Usage: npm run generate -- [--check] [--verbose]

  --check    write nothing; list every file of generated/ that differs from its sources
  --verbose  print stack traces`;

interface Surroundings {
  /** The folder that holds openapi/ and generated/. */
  readonly root: string;
  readonly build: (root: string) => Promise<Product>;
  readonly line: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Runs one command line and answers with the exit code. */
export async function main(args: readonly string[], around: Surroundings): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    around.error(`${options}\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    around.line(USAGE);
    return 0;
  }
  try {
    return options.check ? await check(around) : await generate(around);
  } catch (error) {
    around.error(describeFailure(error, options.verbose));
    return 1;
  }
}

async function generate({ root, build, line }: Surroundings): Promise<number> {
  const { artifacts, notes } = await build(root);
  const { written, removed } = await swap(join(root, 'generated'), artifacts);
  for (const path of written) line(`wrote generated/${path}`);
  for (const path of removed) line(`removed generated/${path}`);
  for (const note of notes) line(note);
  line(`generated/: ${artifacts.size} files, ${written.length} written, ${removed.length} removed`);
  return 0;
}

async function check({ root, build, line, error }: Surroundings): Promise<number> {
  const { artifacts } = await build(root);
  const differing = drift(artifacts, await readOwned(join(root, 'generated')));
  if (differing.length === 0) {
    line(`generated/: ${artifacts.size} files are as their sources give them`);
    return 0;
  }
  for (const difference of differing) error(difference);
  error(`generated/: ${differing.length} files differ; run \`npm run generate\` and commit the result`);
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
  process.exitCode = await main(args, { root, build, line: console.log, error: console.error });
}
