/**
 * `npm run mutate`: changes the client in every small way that Stryker knows and reports which changes no test notices. The tool
 * is installed beside this script on the first run, so that no other command has to wait for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STRYKER = `${HERE}node_modules/@stryker-mutator/core/bin/stryker.js`;

function run(command: string, args: readonly string[], cwd: string): number {
  return spawnSync(command, [...args], { cwd, stdio: 'inherit' }).status ?? 1;
}

if (!existsSync(STRYKER) && run('npm', ['ci', '--no-fund', '--no-audit'], HERE) !== 0) {
  console.error('mutate: Stryker cannot be installed here; a connection to the registry is needed once');
  process.exitCode = 1;
} else {
  process.exitCode = run(process.execPath, [STRYKER, 'run', 'scripts/mutate/stryker.config.json'], ROOT);
}
