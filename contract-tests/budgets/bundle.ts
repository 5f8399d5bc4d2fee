/** What a bundler makes of a program that uses the package: its size as it is served, and what it is made of. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Bundle {
  readonly text: string;
  /** Bytes after gzip -9. */
  readonly gzipped: number;
  /** Every file that is in the program's graph, relative to the repository. */
  readonly inputs: readonly string[];
  /** The files of which something is left after tree shaking. */
  readonly kept: readonly string[];
}

/** @param program the text of a module that stands at the root of the repository */
export async function bundle(program: string): Promise<Bundle> {
  const result = await build({
    stdin: { contents: program, resolveDir: ROOT, sourcefile: 'program.ts', loader: 'ts' },
    absWorkingDir: ROOT,
    preserveSymlinks: true,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  const [output] = Object.values(result.metafile.outputs);
  if (file === undefined || output === undefined) throw new Error('esbuild wrote no file');
  const isFile = (name: string) => name !== 'program.ts';
  return {
    text: file.text,
    gzipped: gzipSync(file.contents, { level: 9 }).byteLength,
    inputs: Object.keys(result.metafile.inputs).filter(isFile),
    kept: Object.entries(output.inputs)
      .filter(([name, { bytesInOutput }]) => isFile(name) && bytesInOutput > 0)
      .map(([name]) => name),
  };
}
