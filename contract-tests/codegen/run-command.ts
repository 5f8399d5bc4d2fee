/** Runs one command of a row and keeps what it printed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from './row.ts';

export interface Ran {
  /** Exit code; 127 where the command could not be started at all, 124 where it took too long. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Compilers of large dependencies on two busy cores need minutes. */
const LIMIT_MS = 15 * 60_000;

export function runCommand({ command, args, environment, folder }: Command, row: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: join(row, folder ?? '.'),
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', (error) => resolve({ code: 127, stdout, stderr: `${stderr}${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 124, stdout, stderr }));
  });
}
