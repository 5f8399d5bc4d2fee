/** What every part of the page is rendered with. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import type { Html } from '../../src/contract/reports/markup.ts';
import type { Question } from '../ledger/ledger.ts';
import type { Marks } from './marks.ts';
import type { Plan } from './plan.ts';

export interface Context {
  readonly document: OpenApiDocument;
  readonly plan: Plan;
  readonly marks: Marks;
  readonly questions: readonly Question[];
  readonly markdown: (text: string | undefined) => Html;
}
