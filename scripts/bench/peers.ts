/** The SDKs that the benchmark compares with: installed on demand, outside the package's own dependencies. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Installed =
  | { readonly installed: true; readonly module: string }
  | { readonly installed: false; readonly why: string };

/** Installs what the lock file says, unless that is there already. */
export function installPeers(folder: string): Installed {
  if (!isCurrent(folder)) {
    console.log('installing the peers: npm ci in scripts/bench/peers');
    const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (npm.status !== 0) {
      const [why = 'npm ci failed'] = `${npm.error?.message ?? ''}${npm.stderr ?? ''}`.match(/.*\S.*/) ?? [];
      return { installed: false, why };
    }
  }
  return { installed: true, module: pathToFileURL(join(folder, 'load.mjs')).href };
}

/** npm writes its own lock file last; one that is older than ours belongs to other versions, or to half an installation. */
function isCurrent(folder: string): boolean {
  const written = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs;
  const [installed, wanted] = [written('node_modules/.package-lock.json'), written('package-lock.json')];
  return installed !== undefined && wanted !== undefined && installed >= wanted;
}
