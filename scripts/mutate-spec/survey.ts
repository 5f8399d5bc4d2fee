/** Runs every mutant through every gate and says who noticed what. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { type Gate, thrown } from './gate.ts';
import type { Mutant } from './mutants.ts';

export interface Surveyed {
  readonly mutant: Mutant;
  /** The gates that noticed it. */
  readonly noticedBy: ReadonlySet<string>;
}

/**
 * @param gates run on every mutant.
 * @param linters asked only about mutants that no gate but the review noticed, all at once: they are slow.
 */
export async function survey(
  mutants: readonly Mutant[],
  gates: readonly Gate[],
  linters: (documents: readonly OpenApiDocument[]) => Promise<readonly (string | undefined)[]>,
  reviewGate: string,
  progress: (done: number) => void,
): Promise<readonly Surveyed[]> {
  const found = mutants.map((mutant, index) => {
    const document = mutant.document();
    const noticed = gates.filter((gate) => noticeOf(gate, document)).map(({ id }) => id);
    if (index % 100 === 0) progress(index);
    return { mutant, noticedBy: new Set(noticed) };
  });
  const open = found.filter(({ noticedBy }) => [...noticedBy].every((id) => id === reviewGate));
  const findings = await linters(open.map(({ mutant }) => mutant.document()));
  for (const [index, finding] of findings.entries()) {
    if (finding !== undefined) open[index]?.noticedBy.add(LINTERS);
  }
  return found;
}

/** The gate of the foreign linters. */
export const LINTERS = 'linters';

/** A gate that breaks on a document has noticed it, as a command that fails has. */
function noticeOf(gate: Gate, document: OpenApiDocument): boolean {
  let notice: string | undefined;
  const failure = thrown(() => {
    notice = gate.notice(document);
  });
  return (notice ?? failure) !== undefined;
}
