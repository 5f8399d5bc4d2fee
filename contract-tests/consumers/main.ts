/**
 * `npm run consumers`: downstream projects, one of each style, with the packed package installed into them, against Prism.
 *
 * `npm run consumers -- NAME ...` tries only those; `--json FILE` writes the counts as test runners do.
 * Exit code 0: all work. 1: one does not. 2: could not run.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { pack } from '../../scripts/pack.ts';
import { startMock } from '../../src/mock/prism.ts';
import { command } from './command.ts';
import { type Consumer, consumersIn, tryConsumer } from './consumer.ts';
import { expectedLines } from './expected.ts';
import { counts, lineOf } from './report.ts';

function chosen(names: readonly string[]): readonly Consumer[] {
  const all = consumersIn();
  const unknown = names.find((name) => !all.some((consumer) => consumer.name === name));
  if (unknown !== undefined) {
    throw new Error(`there is no consumer "${unknown}": use ${all.map(({ name }) => name).join(', ')}`);
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' } },
    allowPositionals: true,
  });
  const consumers = chosen(positionals);
  const scratch = mkdtempSync(join(tmpdir(), 'consumers-'));
  try {
    const { tarball } = pack(scratch);
    const mock = await startMock();
    try {
      console.log(`${basename(tarball)} in ${consumers.length} projects, against Prism ${mock.version}`);
      const server = { url: mock.url, expected: expectedLines() };
      const outcomes = [];
      for (const consumer of consumers) {
        const folder = join(scratch, consumer.name);
        mkdirSync(folder);
        const started = performance.now();
        const outcome = await tryConsumer(consumer, tarball, server, folder, command);
        outcomes.push(outcome);
        console.log(lineOf(consumer, outcome, performance.now() - started));
      }
      const found = counts(outcomes, process.env['CI'] !== undefined);
      if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(found)}\n`);
      return found.numFailedTests === 0 ? 0 : 1;
    } finally {
      await mock.stop();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`consumers: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
