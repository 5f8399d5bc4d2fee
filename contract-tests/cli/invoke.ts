/** Runs the command line as a person would, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Invocation {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param env variables beside those of this process. */
export function invoke(args: readonly string[], env: Readonly<Record<string, string>> = {}): Invocation {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', ...args],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env }, timeout: 60_000 },
  );
  return { status, stdout, stderr };
}
