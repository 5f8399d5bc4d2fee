/** The list of errors: which operation answers what, and each shared error once with its examples. */

import { type Html, html, nothing } from '../../src/contract/reports/markup.ts';
import type { Context } from './context.ts';
import { exampleList } from './example.ts';
import { headerRows } from './operation.ts';
import { isError, type PlannedError } from './plan.ts';
import { typeOf } from './schema.ts';
import { table } from './table.ts';

export function errorSections(context: Context): Html {
  return html`<section>
<h2 id="errors">Errors</h2>
${overview(context)}${context.plan.errors.map((error) => errorSection(context, error))}</section>
`;
}

/** Operations against error codes; each mark is the word yes or a dash, and links to the response. */
function overview({ plan }: Context): Html {
  const operations = plan.tags.flatMap((tag) => tag.operations);
  const statuses = [...new Set(operations.flatMap(({ answers }) => answers.map(({ status }) => status)))]
    .filter(isError)
    .sort();
  if (statuses.length === 0) return nothing;
  const rows = operations.map(({ anchor, located, answers }) => ({
    cells: [
      html`<a href="#${anchor}"><code>${located.operation.operationId}</code></a>`,
      ...statuses.map((status) => {
        const answer = answers.find((candidate) => candidate.status === status);
        return answer === undefined
          ? html`<span class="absent">no</span>`
          : html`<a href="#${answer.anchor}" aria-label="yes, ${located.operation.operationId} ${status}">yes</a>`;
      }),
    ],
  }));
  return html`<p>Which operation declares which error:</p>
<div class="scroll" role="group" aria-label="Errors by operation" tabindex="0">${table('matrix', 'Errors by operation', ['Operation', ...statuses], rows)}</div>
`;
}

function errorSection(context: Context, error: PlannedError): Html {
  const { anchor, name, places, response, bodies, headers } = error;
  return html`<section class="error" id="${anchor}">
<h3><a href="#${anchor}">${name}</a> ${bodies.map((body) => html`<span class="type"><code>${body.mediaType}</code> ${typeOf(context, body.schema)}</span>`)}</h3>
${context.marks.required(places)}
${context.markdown(response.description)}${
  response['x-optional-body'] === true && html`<p class="facts">The body may be absent.</p>\n`
}${
  headers.length > 0 &&
  table(
    'responses',
    `Headers of ${name}`,
    ['Header', 'Meaning', 'Type', 'Source'],
    headerRows(context, headers),
  )
}${exampleList(context, 'Example', bodies)}</section>
`;
}
