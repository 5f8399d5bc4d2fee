/** The package's entry points, each as one file; what several share stands once, in a chunk, so that classes stay the same. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

/** The source of every JavaScript file that `exports` and `bin` of package.json name. */
function sources(): readonly string[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return [...Object.values(manifest.exports), ...Object.values(manifest.bin)].flatMap((target) => {
    const file = typeof target === 'string' ? target : target.default;
    if (!file.startsWith('./dist/')) return [];
    const source = file.replace('./dist/', '').replace(/\.js$/, '.ts');
    return existsSync(join(ROOT, source)) ? [source] : [source.replace(/\.ts$/, '.js')];
  });
}

/**
 * Writes the entry points under a folder, at their places in the repository. Node reads each file of a package on its own: of
 * one file an import takes a fifth of the time that it takes of thirty.
 */
export async function writeEntries(folder: string): Promise<void> {
  await build({
    entryPoints: sources().map((source) => join(ROOT, source)),
    outdir: folder,
    outbase: ROOT,
    chunkNames: 'src/shared-[hash]',
    absWorkingDir: ROOT,
    preserveSymlinks: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    packages: 'external',
    external: ['node:*'],
    logLevel: 'warning',
  });
}
