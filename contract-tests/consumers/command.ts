/** One command in a folder, with a limit of time, and all that it printed. */
import { execFile } from 'node:child_process';

/** Milliseconds after which a command is given up. */
const LIMIT_MS = 180_000;

export interface Ended {
  readonly ok: boolean;
  readonly stdout: string;
  /** Both streams, for people. */
  readonly said: string;
}

export type Command = (
  command: string,
  args: readonly string[],
  folder: string,
  variables?: Readonly<Record<string, string>>,
) => Promise<Ended>;

export const command: Command = (name, args, folder, variables) =>
  new Promise((resolve) => {
    const options = {
      cwd: folder,
      env: environment(variables),
      timeout: LIMIT_MS,
      encoding: 'utf8',
    } as const;
    execFile(name, [...args], options, (error, stdout, stderr) => {
      const late = error?.killed === true ? `\ngiven up after ${LIMIT_MS / 1000} s` : '';
      const missing = error?.code === 'ENOENT' ? `\n${error.message}` : '';
      resolve({ ok: error === null, stdout, said: `${stdout}${stderr}${late}${missing}`.trim() });
    });
  });

/** An npm that runs inside `npm run` would take the outer package for its own. */
function environment(variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { npm_config_local_prefix, npm_config_loglevel, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1', ...variables };
}
