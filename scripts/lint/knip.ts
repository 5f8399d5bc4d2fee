/** knip on the whole repository, as its own process: files, exports and dependencies that nobody uses. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { CheckFinding } from './report.ts';

interface KnipReport {
  readonly issues: readonly ({ readonly file: string } & Readonly<Record<string, unknown>>)[];
}

export function knipFindings(root: string): Promise<readonly CheckFinding[]> {
  return new Promise((done) => {
    const cli = join(root, 'node_modules/knip/bin/knip.js');
    const args = [cli, '--reporter', 'json', '--no-config-hints'];
    execFile(process.execPath, args, { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      try {
        done(findingsIn(JSON.parse(stdout)));
      } catch {
        done([{ message: `knip failed: ${stderr.trim().split('\n')[0] || error?.message || 'no report'}` }]);
      }
    });
  });
}

/** knip groups what it found by file and kind; each entry has the name of what is unused. */
export function findingsIn({ issues }: KnipReport): readonly CheckFinding[] {
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, entries]) =>
      (Array.isArray(entries) ? entries : []).map((entry: unknown) => ({
        place: file,
        message: `${kind}: ${nameOf(entry)} is not used; take it out`,
      })),
    ),
  );
}

function nameOf(entry: unknown): string {
  const name: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'name') : undefined;
  return typeof name === 'string' ? name : 'it';
}
