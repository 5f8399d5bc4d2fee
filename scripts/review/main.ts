/**
 * `npm run review [-- [OLD [NEW]] [--out FOLDER]]`: the review of the working tree against the last release, with oasdiff and lint,
 * printed as Markdown; the whole page is written in both formats.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exitCode } from '../../src/review/report.ts';
import { runReview, written } from '../../src/review/run.ts';
import { lintDelta } from './lint-delta.ts';
import { installOasdiff, OASDIFF_FOLDER } from './oasdiff.ts';
import { lastRelease } from './versions.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string', default: join(ROOT, '.tmp/review') } },
  });
  const [old = lastRelease(ROOT), now = 'openapi'] = positionals;
  installOasdiff();
  const oasdiff = [OASDIFF_FOLDER, ROOT];
  const report = await runReview({ old, new: now, cwd: ROOT, oasdiff, lint: lintDelta });
  mkdirSync(values.out, { recursive: true });
  for (const [name, format] of [
    ['review.md', 'markdown'],
    ['review.html', 'html'],
    ['review.json', 'json'],
  ] as const) {
    writeFileSync(join(values.out, name), written(report, format, false));
  }
  process.stdout.write(written(report, 'markdown', true));
  console.log(`\nThe whole page: ${relative(process.cwd(), values.out)}/review.html and review.md`);
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary) appendFileSync(summary, written(report, 'markdown', false));
  return exitCode(report);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`review: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
