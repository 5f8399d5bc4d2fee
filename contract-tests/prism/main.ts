/**
 * `npm run contract`: the contract against a real Prism, printed for people.
 *
 * `--spec FILE` lets Prism serve another spec, to see what a change would break; `--verbose` prints stacks.
 * Exit code 0: kept. 1: breached. 2: could not run.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { contractRun, type Screen } from './contract-run.ts';
import { paint } from './report.ts';
import { specBreaches } from './spec.ts';

const BUNDLE = new URL('../../generated/openapi.json', import.meta.url);

const terminal = process.stdout.isTTY === true;
const screen: Screen = {
  print: (text) => console.log(text),
  progress: (text) => void (terminal && process.stdout.write(`\r\u001b[K${text}`)),
  paint: paint(terminal && process.env['NO_COLOR'] === undefined),
};

try {
  const { values } = parseArgs({ options: { spec: { type: 'string' }, verbose: { type: 'boolean' } } });
  const document = JSON.parse(await readFile(BUNDLE, 'utf8'));
  const kept = await contractRun(screen, { document, served: values.spec, breaches: specBreaches(document) });
  process.exitCode = kept ? 0 : 1;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.argv.includes('--verbose') ? error : `contract: ${message}`);
  process.exitCode = 2;
}
