/** The form of a command: a name, what it is for, how to call it, and the function that runs it. */

/** Where a command reads and writes; tests bring their own. */
export interface Terminal {
  /** One line, or several, to standard output. */
  print(text: string): void;
  /** The same to standard error. */
  complain(text: string): void;
  /** Text to standard error without a new line; absent where no progress is drawn. */
  readonly draw?: (text: string) => void;
  /** Whether colours and progress bars are welcome. */
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints, 80 columns. */
  readonly help: string;
  /**
   * @param args what stands after the command's name.
   * @returns the exit code: 0 all is well, 1 something was found, 2 it could not run.
   * @throws UsageError where the arguments make no sense; any other error means that it could not run.
   */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** The arguments cannot be followed; the message names the argument and says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
