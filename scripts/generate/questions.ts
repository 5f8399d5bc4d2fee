/** questions.ts: the open questions of the ledger as data, for the probes that put them to a server. */
import type { Ledger } from '../ledger/ledger.ts';
import { withHeader } from './artifact.ts';
import { literal } from './operations-module.ts';

export function questionsModule({ questions }: Pick<Ledger, 'questions'>): string {
  const table = Object.fromEntries(
    questions.map(({ id, question, chosen, changes }) => [id, { asked: question, chosen, changes }]),
  );
  const sections = [
    '/** What no source settles: the question, the reading that the contract takes meanwhile, and what an answer would change. */',
    `export const questions = ${literal(table)} as const;`,
    '',
    'export type QuestionId = keyof typeof questions;',
  ];
  return withHeader('ts', `${sections.join('\n')}\n`);
}
