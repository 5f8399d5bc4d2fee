/** One row of the matrix: a generator, what it is fed, how its output is compiled, and the program that uses it. */

/** A program that is started without a shell. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Relative to the folder of the row; that folder when absent. */
  readonly folder?: string;
}

export interface Row {
  /** Name of its folder below `programs` and on the command line. */
  readonly id: string;
  readonly language: string;
  readonly generator: string;
  readonly version: string;
  readonly input: '3.1' | '3.0';
  /** Commands that must be on the machine; npm packages of the matrix's own manifest are not among them. */
  readonly needs: readonly Tool[];
  /** Folders below `programs` whose files are copied beside the generated code, in this order. */
  readonly programs: readonly string[];
  /** Further files of the row's folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly generate: readonly Command[];
  readonly compile: readonly Command[];
  /** Started with the file of the calls and the base URL as its last arguments; prints one JSON object per line. */
  readonly run: Command;
  /** Warnings of the generator that may stay, each with the reason. Any other warning fails the row. */
  readonly accepted?: readonly AcceptedWarning[];
  /** What a reader should know beyond what the run finds out. */
  readonly note?: string;
}

export interface AcceptedWarning {
  readonly pattern: RegExp;
  /** Empty where it says nothing of the spec. */
  readonly why: string;
}

export type Tool = 'java' | 'mvn' | 'python3' | 'go' | 'cargo' | 'mono' | 'mcs';

/** How to get a tool on a Debian machine, for the line that says what was skipped. */
export const INSTALL: Readonly<Record<Tool, string>> = {
  java: 'apt-get install default-jdk-headless',
  mvn: 'apt-get install maven',
  python3: 'apt-get install python3 python3-venv',
  go: 'install Go 1.25 or later',
  cargo: 'install Rust 1.88 or later',
  mono: 'apt-get install mono-complete',
  mcs: 'apt-get install mono-complete',
};
