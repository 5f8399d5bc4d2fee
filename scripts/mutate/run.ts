/**
 * `npm run mutate`: changes the client in every small way that Stryker knows and reports which changes no test notices. The tool
 * is installed beside this script on the first run, so that no other command has to wait for it. A whole run fails below the
 * score of stryker.config.json, on a survivor that survivors.json does not explain, and on an explanation that is out of date.
 *
 * `-- --write` publishes the result as SURVIVORS.md; anything else after `--` goes to Stryker, such as `--mutate src/client/retry.ts`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MutationReport } from './report.ts';
import { compared, type KnownSurvivor, page } from './survivors.ts';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STRYKER = `${HERE}node_modules/@stryker-mutator/core/bin/stryker.js`;

function run(command: string, args: readonly string[], cwd: string): number {
  return spawnSync(command, [...args], { cwd, stdio: 'inherit' }).status ?? 1;
}

/** The number of things that are wrong with the list of survivors, each printed on a line. */
function judged(write: boolean): number {
  // Both files are ours: Stryker wrote the one in its documented format, and the other is in the repository.
  const report = JSON.parse(readFileSync(`${ROOT}.tmp/mutation.json`, 'utf8')) as MutationReport;
  const known = JSON.parse(readFileSync(`${HERE}survivors.json`, 'utf8')) as KnownSurvivor[];
  const { unexplained, outdated } = compared(known, report);
  for (const mutant of unexplained)
    console.error(`mutate: survived without a reason in survivors.json: ${JSON.stringify(mutant)}`);
  for (const each of outdated)
    console.error(`mutate: survivors.json lists what does not survive: ${JSON.stringify(each)}`);
  const wrong = unexplained.length + outdated.length;
  if (write && wrong === 0) writeFileSync(`${HERE}SURVIVORS.md`, page(known, report));
  return wrong;
}

const given = process.argv.slice(2);
const own = new Set(['--write']);
const args = given.filter((arg) => !own.has(arg));

if (!existsSync(STRYKER) && run('npm', ['ci', '--no-fund', '--no-audit'], HERE) !== 0) {
  console.error('mutate: Stryker cannot be installed here; a connection to the registry is needed once');
  process.exitCode = 1;
} else {
  const status = run(process.execPath, [STRYKER, 'run', 'scripts/mutate/stryker.config.json', ...args], ROOT);
  // A part of the client says nothing of the survivors in the rest.
  const wrong = args.length === 0 ? judged(given.includes('--write')) : 0;
  process.exitCode = wrong > 0 ? 1 : status;
}
