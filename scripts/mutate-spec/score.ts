/** What a survey comes to: scores, counts by gate and by operator, and who was noticed by one gate alone. */
import { REVIEW_GATE } from './gates.ts';
import type { Mutant } from './mutants.ts';
import type { Surveyed } from './survey.ts';

export interface GateCount {
  readonly id: string;
  readonly noticed: number;
  /** Mutants that no other gate noticed. */
  readonly alone: number;
}

export interface OperatorCount {
  readonly id: string;
  readonly made: number;
  readonly withoutReview: number;
  readonly noticed: number;
}

export interface Score {
  readonly made: number;
  /** Noticed by some gate that does not know the version before. */
  readonly withoutReview: number;
  readonly noticed: number;
  readonly gates: readonly GateCount[];
  readonly operators: readonly OperatorCount[];
  readonly reviewOnly: readonly Mutant[];
  readonly survivors: readonly Mutant[];
}

export function scoreOf(
  surveyed: readonly Surveyed[],
  gates: readonly string[],
  operators: readonly string[],
): Score {
  const noticed = surveyed.filter(({ noticedBy }) => noticedBy.size > 0);
  const independent = noticed.filter(byOthers);
  return {
    made: surveyed.length,
    withoutReview: independent.length,
    noticed: noticed.length,
    gates: gates.map((id) => {
      const own = noticed.filter(({ noticedBy }) => noticedBy.has(id));
      return { id, noticed: own.length, alone: own.filter(({ noticedBy }) => noticedBy.size === 1).length };
    }),
    operators: operators.map((id) => {
      const own = surveyed.filter(({ mutant }) => mutant.operator === id);
      return {
        id,
        made: own.length,
        withoutReview: own.filter(byOthers).length,
        noticed: own.filter(({ noticedBy }) => noticedBy.size > 0).length,
      };
    }),
    reviewOnly: noticed.filter((one) => !byOthers(one)).map(({ mutant }) => mutant),
    survivors: surveyed.filter(({ noticedBy }) => noticedBy.size === 0).map(({ mutant }) => mutant),
  };
}

function byOthers({ noticedBy }: Surveyed): boolean {
  return [...noticedBy].some((id) => id !== REVIEW_GATE);
}

/** `99.1 %`, cut and never rounded up. */
export function percent(part: number, of: number): string {
  return `${(Math.floor((part / of) * 1000) / 10).toFixed(1)} %`;
}
