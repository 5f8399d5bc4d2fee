/** The open questions, on the page itself: a badge that says assumption leads to what is known and what was chosen. */

import { type Html, html } from '../../src/contract/reports/markup.ts';
import type { Question } from '../ledger/ledger.ts';
import type { Context } from './context.ts';

export function questionSections(context: Context): Html | false {
  const { questions } = context;
  return (
    questions.length > 0 &&
    html`<section>
<h2 id="questions">Open questions</h2>
<p>What no source settles. Until the vendor answers, the contract takes the reading that is named here. Which elements rest on a
question, and why its reading is the safest, is in <a href="open-questions.md">open-questions.md</a>; a letter with a number, such as S1, names a
<a href="ledger.md#sources">source of the ledger</a>.</p>
${questions.map((question) => questionSection(context, question))}</section>
`
  );
}

function questionSection({ plan, markdown }: Context, question: Question): Html {
  const anchor = plan.questions.get(question.id) ?? question.id;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Known', question.known],
    ['Disputed', question.contradiction],
    ['Chosen', question.chosen],
    ['Would change', question.changes],
  ];
  return html`<article class="question" id="${anchor}">
<h3><a href="#${anchor}">${question.question}</a></h3>
<p class="facts"><code>${question.id}</code></p>
<dl>${facts.map(([word, text]) => text !== undefined && html`<div><dt>${word}</dt>\n<dd>${markdown(text)}</dd></div>\n`)}</dl>
</article>
`;
}
