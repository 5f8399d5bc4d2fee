/** The open questions as a document: what is known, what was chosen meanwhile, what an answer would change. */
import type { Ledger, Question } from './ledger.ts';
import { code, GENERATED, linkTo, oneLine, table } from './markdown.ts';

const LEDGER_FILE = 'ledger.md';

export function renderOpenQuestions(ledger: Ledger): string {
  const disputed = ledger.questions.filter((question) => question.contradiction !== undefined).length;
  return [
    GENERATED,
    '# Open questions',
    `${ledger.questions.length} questions that no source settles; in ${disputed} of them the sources contradict each other. Until the vendor answers, the contract takes the safest reading, and the [ledger](${LEDGER_FILE}) marks what rests on it.`,
    table(
      ['Question', 'Asked'],
      ledger.questions.map((question) => [linkTo(question.id), question.question]),
    ),
    ...ledger.questions.flatMap((question) => renderQuestion(question, ledger)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function renderQuestion(question: Question, ledger: Ledger): readonly string[] {
  const entries = ledger.entries.filter((entry) => entry.question === question.id);
  const places = [...new Set(entries.flatMap((entry) => entry.pointers))];
  const facts = [
    `- **Known:** ${oneLine(question.known)}`,
    ...(question.contradiction === undefined
      ? []
      : [`- **The sources disagree:** ${oneLine(question.contradiction)}`]),
    `- **Chosen meanwhile:** ${oneLine(question.chosen)}`,
    `- **Reason:** ${oneLine(question.reason)}`,
    `- **An answer would change:** ${oneLine(question.changes)}`,
    `- **Rests on it:** ${entries.map((entry) => linkTo(entry.id, LEDGER_FILE)).join(', ')}`,
    ...(places.length === 0 ? [] : [`- **Places:** ${places.map(code).join(', ')}`]),
  ];
  return [`## ${question.id}`, oneLine(question.question), facts.join('\n')];
}
