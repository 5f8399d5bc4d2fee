/** A command run in this process, with a terminal that remembers what it was told. */
import { runCommand } from './run.ts';

export interface Invocation {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function invoke(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Invocation> {
  const told: string[] = [];
  const complained: string[] = [];
  const status = await runCommand(args, {
    print: (text) => void told.push(text),
    complain: (text) => void complained.push(text),
    interactive: false,
    env,
  });
  return { status, stdout: told.join('\n'), stderr: complained.join('\n') };
}
