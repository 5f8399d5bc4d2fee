/** `npm run build`: dist/ from the sources, written beside and swapped in, so that a failed build leaves the old one. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEntries } from './entries.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const NEXT = join(ROOT, '.tmp/dist');
const DIST = join(ROOT, 'dist');

/** tsc leaves out declarations that nobody compiled. */
const COPIED = ['generated/validators.d.ts'];

async function build(): Promise<number> {
  rmSync(NEXT, { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const declared = spawnSync(
    process.execPath,
    [tsc, '--project', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', NEXT],
    { cwd: ROOT, stdio: 'inherit' },
  );
  if (declared.status !== 0) return declared.status ?? 1;
  for (const file of COPIED) cpSync(join(ROOT, file), join(NEXT, file));
  await writeEntries(NEXT);
  if (!existsSync(join(NEXT, 'src/index.js'))) throw new Error('the build has no dist/src/index.js');
  rmSync(DIST, { recursive: true, force: true });
  renameSync(NEXT, DIST);
  return 0;
}

process.exitCode = await build();
