/** Stryker's report as far as the score and its survivors need it: counts by file, and mutants that no test noticed. */

/** A mutant by what a reader can find again after lines have moved. */
export interface Mutant {
  readonly file: string;
  /** The line on which it begins, without the spaces around it. */
  readonly line: string;
  /** Stryker's name for the kind of change. */
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
}

/** A part of the schema of mutation testing reports, version 2. */
export interface MutationReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly status: string;
          readonly location: { readonly start: Position; readonly end: Position };
        }[];
      }
    >
  >;
}

/** Both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Score {
  readonly file: string;
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly uncovered: number;
}

/** Counts by file in the order of their names; files without mutants, such as types, are left out. */
export function scores({ files }: MutationReport): readonly Score[] {
  return Object.entries(files)
    .filter(([, { mutants }]) => mutants.length > 0)
    .map(([file, { mutants }]) => {
      const count = (status: string) => mutants.filter((mutant) => mutant.status === status).length;
      return {
        file,
        killed: count('Killed'),
        timeout: count('Timeout'),
        survived: count('Survived'),
        uncovered: count('NoCoverage'),
      };
    })
    .sort((a, b) => a.file.localeCompare(b.file));
}

export function total(all: readonly Score[]): Score {
  const sum = (name: Exclude<keyof Score, 'file'>) => all.reduce((before, each) => before + each[name], 0);
  return {
    file: 'all files',
    killed: sum('killed'),
    timeout: sum('timeout'),
    survived: sum('survived'),
    uncovered: sum('uncovered'),
  };
}

/** Share of the mutants that were noticed, in per cent; a test that never ends notices, too. */
export function percent({ killed, timeout, survived, uncovered }: Score): number {
  return (100 * (killed + timeout)) / (killed + timeout + survived + uncovered);
}

/** The mutants that no test noticed. */
export function survivorsOf({ files }: MutationReport): readonly Mutant[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ mutatorName, replacement = '', location }) => ({
        file,
        line: (lines[location.start.line - 1] ?? '').trim(),
        mutator: mutatorName,
        original: between(lines, location.start, location.end),
        replacement,
      }));
  });
}

function between(lines: readonly string[], start: Position, end: Position): string {
  const part = lines.slice(start.line - 1, end.line);
  const last = part.length - 1;
  return part
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n');
}
