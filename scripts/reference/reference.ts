/**
 * The API reference: one HTML file that a reviewer can open from a mail, archive and print.
 *
 * It is written here and not by a documentation tool because three things are asked of it that the usual ones do
 * not give. Each element of the contract shows beside itself where it comes from, which no viewer of OpenAPI
 * knows about. The page is plain markup with one stylesheet: no script, no font and no image, nothing loaded
 * from anywhere, readable by a screen reader and on paper. And the same document gives the same bytes, so that
 * a rebuild shows up in a review only where the contract changed.
 */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { Question } from '../ledger/ledger.ts';
import { markdownRenderer } from './markdown.ts';
import { Marks, type Provenance } from './marks.ts';
import { page } from './page.ts';
import { planOf } from './plan.ts';

export type { ProvenanceMark } from './marks.ts';

/**
 * Renders the reference of a bundled document.
 *
 * @param document the bundle: references are local to it
 * @param provenance the marks of the element at a JSON Pointer into the bundle; none shows as `no source`
 * @param questions the open questions that the page tells itself; a badge of any other links to `open-questions.md`
 * @returns the whole HTML file; links to `ledger.md` and `open-questions.md` expect those files beside it
 * @throws when a reference leads nowhere
 */
export function renderReference(
  document: OpenApiDocument,
  provenance: Provenance,
  questions: readonly Question[] = [],
): string {
  const ids = questions.map(({ id }) => id);
  const plan = planOf(document, ids);
  const marks = new Marks(provenance, plan.questions);
  const context = { document, plan, marks, questions, markdown: markdownRenderer(plan.names) };
  return page(context).toString();
}
