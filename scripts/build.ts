/** `npm run build`: dist/ from the sources, written beside and swapped in, so that a failed build leaves the old one. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const NEXT = join(ROOT, '.tmp/dist');
const DIST = join(ROOT, 'dist');

/** tsc leaves out a `.js` file that has declarations of its own beside it. */
const COPIED = ['generated/validators.js', 'generated/validators.d.ts'];

function build(): number {
  rmSync(NEXT, { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const compiled = spawnSync(process.execPath, [tsc, '--project', 'tsconfig.build.json', '--outDir', NEXT], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (compiled.status !== 0) return compiled.status ?? 1;
  for (const file of COPIED) cpSync(join(ROOT, file), join(NEXT, file));
  rmSync(DIST, { recursive: true, force: true });
  renameSync(NEXT, DIST);
  if (!existsSync(join(DIST, 'src/index.js'))) throw new Error('the build has no dist/src/index.js');
  return 0;
}

process.exitCode = build();
