/** Biome on the whole repository, as its own process; its GitHub format is the one with a finding on each line. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import type { CheckFinding } from './report.ts';

const CLI = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

export function biomeFindings(root: string): Promise<readonly CheckFinding[]> {
  return new Promise((done) => {
    const args = [CLI, 'ci', '.', '--reporter=github', '--max-diagnostics=500'];
    execFile(process.execPath, args, { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const findings = findingsIn(stdout, root);
      if (error === null || findings.length > 0) done(error === null ? [] : findings);
      else done([{ message: `biome ci failed: ${stderr.trim().split('\n')[0] || error.message}` }]);
    });
  });
}

/** Errors only: Biome's warnings and hints do not fail its own command either. */
export function findingsIn(output: string, root: string): readonly CheckFinding[] {
  return [...output.matchAll(/^::error title=(.*?),file=(.*?),line=(\d+),.*?::(.*)$/gm)].map(
    ([, rule, file = '', line, message]) => ({
      place: `${file.startsWith('/') ? relative(root, file) : file}:${line}`,
      message: rule === 'format' ? 'not formatted; run npm run format' : `${rule}: ${message}`,
    }),
  );
}
