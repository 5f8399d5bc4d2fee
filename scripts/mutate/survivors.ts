/** The survivors that are known, each with the reason why no test can or need notice it, held against those of a run. */
import {
  type Mutant,
  type MutationReport,
  percent,
  type Score,
  scores,
  survivorsOf,
  total,
} from './report.ts';

export interface KnownSurvivor extends Mutant {
  readonly reason: string;
}

export interface Difference {
  /** Survived, and nobody has said why that is right. */
  readonly unexplained: readonly Mutant[];
  /** Listed, and noticed now or gone. */
  readonly outdated: readonly KnownSurvivor[];
}

/** Holds the list against a run; a mutant that occurs twice must be listed twice. */
export function compared(known: readonly KnownSurvivor[], report: MutationReport): Difference {
  const left = [...known];
  const unexplained = survivorsOf(report).filter((mutant) => {
    const at = left.findIndex((each) => same(each, mutant) && each.reason.trim() !== '');
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { unexplained, outdated: left };
}

function same(a: Mutant, b: Mutant): boolean {
  return (
    a.file === b.file &&
    a.line === b.line &&
    a.mutator === b.mutator &&
    a.original === b.original &&
    a.replacement === b.replacement
  );
}

/** The score table and the survivors with their reasons, as a page. */
export function page(known: readonly KnownSurvivor[], report: MutationReport): string {
  const all = scores(report);
  const row = (each: Score) =>
    `| ${each.file} | ${percent(each).toFixed(1)} % | ${each.killed} | ${each.timeout} | ${each.survived} | ${each.uncovered} |`;
  const survivor = ({ file, line, mutator, original, replacement, reason }: KnownSurvivor) =>
    `- ${file}, ${shown(line, 120)}\n  ${mutator}: ${shown(original)} becomes ${shown(replacement)}. ${reason}`;
  return [
    '# Mutation score of the client',
    '',
    'Written by `npm run mutate -- --write`. Each mutant is one small change of the code; the score is the share of them that',
    'the tests of `src/client` notice.',
    '',
    '| file | score | killed | timeout | survived | no coverage |',
    '| ---- | ----: | -----: | ------: | -------: | ----------: |',
    ...all.map(row),
    row(total(all)),
    '',
    '## Survivors',
    '',
    ...known.map(survivor),
    '',
  ].join('\n');
}

/** Code on one line, short enough to read; two marks around it, because it may hold one. */
function shown(code: string, limit = 60): string {
  const text = code.replace(/\s+/g, ' ');
  const mark = text.includes('`') ? '`` ' : '`';
  return `${mark}${text.length > limit ? `${text.slice(0, limit - 1)}…` : text}${[...mark].reverse().join('')}`;
}
