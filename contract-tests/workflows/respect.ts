/** Runs the published workflow against a server with Redocly's `respect`, which judges every answer by the published spec. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { redocly } from '../../scripts/generate/bundle.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const WORKFLOWS = 'generated/workflows.arazzo.yaml';

export interface Run {
  readonly passed: boolean;
  /** Each step that ran, in order: `+` passed, `-` failed, with the checks that failed. */
  readonly steps: readonly string[];
}

/** What is read of the report that `--json-output` writes. */
interface Report {
  readonly files: Readonly<
    Record<string, { readonly executedWorkflows: readonly { readonly executedSteps: readonly Step[] }[] }>
  >;
}

interface Step {
  readonly stepId: string;
  readonly status: string;
  readonly checks?: readonly { readonly name: string; readonly status: string; readonly message?: string }[];
}

/** @throws Error with what Redocly said, where it could not run the workflow at all. */
export async function respect(url: string): Promise<Run> {
  const directory = await mkdtemp(join(tmpdir(), 'plexo-respect-'));
  try {
    const report = join(directory, 'report.json');
    const { code, text } = await redocly(ROOT, [
      'respect',
      WORKFLOWS,
      ...['--server', `plexo=${url}`, '--input', 'clientId=workflow', '--input', 'apiKey=workflow'],
      ...['--json-output', report, '--execution-timeout', '60000'],
    ]);
    const written = await readFile(report, 'utf8').catch(() => {
      throw new Error(`respect gave no report: ${text}`);
    });
    return { passed: code === 0, steps: stepsOf(JSON.parse(written)) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function stepsOf({ files }: Report): readonly string[] {
  return Object.values(files)
    .flatMap(({ executedWorkflows }) => executedWorkflows.flatMap(({ executedSteps }) => executedSteps))
    .map(({ stepId, status, checks = [] }) => {
      const failed = checks.filter((check) => check.status !== 'success').map(({ name }) => name);
      return [status === 'success' ? `+ ${stepId}` : `- ${stepId}`, ...failed].join(', ');
    });
}
