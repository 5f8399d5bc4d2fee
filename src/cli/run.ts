/** From the arguments of a process to the exit code of a command. */
import { type Command, type Terminal, UsageError } from './command.ts';
import { check } from './commands/check.ts';
import { judge } from './commands/judge.ts';
import { mock } from './commands/mock.ts';
import { proxy } from './commands/proxy.ts';
import { review } from './commands/review.ts';
import { sandbox } from './commands/sandbox.ts';
import { version } from './version.ts';

export const commands: readonly Command[] = [check, judge, proxy, sandbox, mock, review];

/** Exit code of a command that could not run. */
const COULD_NOT_RUN = 2;

/**
 * @param args what stands after the program's name.
 * @returns the exit code; every failure has been told to the terminal in one line.
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version') {
    terminal.print(version());
    return 0;
  }
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.print(overview());
    return name === undefined ? COULD_NOT_RUN : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const known = commands.map((one) => one.name).join(', ');
    terminal.complain(`plexo-customers: there is no command "${name}"; the commands are ${known}`);
    return COULD_NOT_RUN;
  }
  if (rest.includes('--help')) {
    terminal.print(command.help);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    terminal.complain(explained(command, error, terminal));
    return COULD_NOT_RUN;
  }
}

function explained({ name }: Command, error: unknown, { env }: Terminal): string {
  if (env['PLEXO_VERBOSE'] !== undefined && error instanceof Error) return `${error.stack}`;
  const message = error instanceof Error ? error.message : String(error);
  const help = isUsage(error) ? ` (plexo-customers ${name} --help)` : '';
  return `plexo-customers ${name}: ${message}${help}`;
}

/** Node's own parser of arguments throws errors with a code of its own. */
function isUsage(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'));
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'plexo-customers COMMAND [OPTION ...]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'plexo-customers COMMAND --help explains one. Exit codes: 0 all is well,',
    '1 something was found, 2 it could not run. PLEXO_VERBOSE=1 prints stacks.',
  ].join('\n');
}
