/** The package as it would be published: built, packed into a tarball, and what went in. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

export interface Packed {
  /** Path of the tarball. */
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** Builds the package and packs it into a folder. */
export function pack(folder: string): Packed {
  run(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'scripts/build.ts']);
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed]: readonly (Packed & { readonly filename: string })[] = JSON.parse(run('npm', args));
  if (packed === undefined) throw new Error('npm pack packed nothing');
  return { tarball: join(folder, packed.filename), size: packed.size, files: packed.files };
}

/** What a command printed; one that fails is an error with all that it said. */
export function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
