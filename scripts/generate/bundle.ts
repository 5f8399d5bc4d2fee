/** Step 0: many hand-written files become one OpenAPI document. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { GenerateFailure } from './failure.ts';

const ROOT_FILE = 'openapi/openapi.yaml';

/** Bundles `openapi/openapi.yaml` below `root`; fails with one line that names file and place. */
export async function bundle(root: string): Promise<OpenApiDocument> {
  const directory = await mkdtemp(join(tmpdir(), 'plexo-bundle-'));
  try {
    const output = join(directory, 'openapi.json');
    const run = await redocly(root, ['bundle', ROOT_FILE, '--output', output]);
    if (run.code !== 0) throw new GenerateFailure(firstProblem(run.text, root));
    // Redocly wrote it as an OpenAPI document; every schema in it is compiled before anything is written.
    const document = JSON.parse(await readFile(output, 'utf8')) as OpenApiDocument;
    requireSameVersion(document, JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
    return document;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Runs the Redocly command line; `text` is what it says on standard error, `output` on standard output. */
export function redocly(
  root: string,
  args: readonly string[],
): Promise<{ code: number | null; text: string; output: string }> {
  const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
  const cli = join(dirname(manifest), 'bin/cli.js');
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  };
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, text, output }));
  });
}

/**
 * Redocly prints each problem as `[n] file:line:column at #/pointer`, a blank line and the message. A syntax error is
 * followed by one unresolved reference per place that names the broken file, so the syntax error is the one to show.
 */
export function firstProblem(text: string, root: string): string {
  const problems = [...text.matchAll(/^\[\d+\] (\S+:\d+:\d+)(?: at (\S+))?[^\n]*\n\s*\n([^\n]+)/gm)];
  const shown = problems.find(([, , , message]) => message?.startsWith('Failed to parse')) ?? problems[0];
  if (shown === undefined) {
    const line =
      text.split('\n').find((candidate) => candidate.startsWith('  - ')) ?? text.trim().split('\n').at(-1);
    return `${ROOT_FILE}: ${(line ?? 'it cannot be bundled').replace(/^\s*-\s*/, '')}`;
  }
  const [, place, at, message = ''] = shown;
  const where = at === undefined ? `${place}` : `${place} (${at})`;
  const more = problems.length > 1 ? `; ${problems.length} problems in all` : '';
  return `${where}: ${message.replaceAll(`${root}/`, '')}${more}`;
}

/** The package and the contract that it ships are released together, under one version. */
export function requireSameVersion(document: OpenApiDocument, manifest: unknown): void {
  const version =
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'version') : undefined;
  if (document.info?.version === version) return;
  throw new GenerateFailure(
    `${ROOT_FILE} (#/info/version): ${document.info?.version} differs from ${version} in package.json; ` +
      'give both the same version',
  );
}
