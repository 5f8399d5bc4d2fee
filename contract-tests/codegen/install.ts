/** Installs the generators that come from npm beside the matrix, once, so that the project's own install stays small. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { HERE } from './workplace.ts';

/** npm's own record of what it installed. */
const INSTALLED = 'node_modules/.package-lock.json';

/** @throws Error when npm cannot install them */
export async function install(): Promise<void> {
  if (existsSync(join(HERE, INSTALLED)) && (await isCurrent())) return;
  console.log('installing the generators that come from npm ...');
  const ran = await runCommand(
    { command: 'npm', args: ['ci', '--no-audit', '--no-fund', '--ignore-scripts'] },
    HERE,
  );
  if (ran.code !== 0) throw new Error(`npm ci failed in contract-tests/codegen:\n${ran.stderr}`);
}

/** Every package that the lock names is installed in the version that it names, those for other platforms apart. */
async function isCurrent(): Promise<boolean> {
  const [lock, installed] = await Promise.all([readPackages('package-lock.json'), readPackages(INSTALLED)]);
  return (
    Object.entries(installed).every(([place, { version }]) => lock[place]?.version === version) &&
    Object.keys(lock).every(
      (place) => place === '' || lock[place]?.optional === true || installed[place] !== undefined,
    )
  );
}

type Packages = Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;

async function readPackages(file: string): Promise<Packages> {
  return JSON.parse(await readFile(join(HERE, file), 'utf8')).packages;
}
