/** One operation: what it does, what to send, what comes back, and a command that calls it. */
import { isReference, resolve, type SchemaObject } from '../../src/contract/document.ts';
import { pointer } from '../../src/contract/pointer.ts';
import { type Html, html, joined, nothing } from '../../src/contract/reports/markup.ts';
import type { Context } from './context.ts';
import { curlOf } from './curl.ts';
import { exampleList } from './example.ts';
import type { PlannedBody, PlannedHeader, PlannedParameter } from './exchange.ts';
import { flags, modelFacts, modelOf, propertyTable, restrictionList } from './model.ts';
import type { PlannedAnswer, PlannedOperation } from './plan.ts';
import { typeOf, valuesOf } from './schema.ts';
import { type Row, table } from './table.ts';

/** The reason phrases of the codes that such an API uses (RFC 9110, section 15); others stand as numbers. */
const PHRASES: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  default: 'any other status',
};

export function operationSection(context: Context, planned: PlannedOperation): Html {
  const { anchor, located, answers } = planned;
  const { operation, method, path, pointer: place } = located;
  const { markdown, marks, document } = context;
  return html`<article class="operation" id="${anchor}">
<h3><a href="#${anchor}">${operation.summary ?? operation.operationId}</a></h3>
<p class="call"><span class="method ${method}">${method.toUpperCase()}</span> <code class="path">${path}</code>
<code class="operation-id">${operation.operationId}</code>${operation['deprecated'] === true && html` <span class="flag">deprecated</span>`} ${marks.required([place])}</p>
${markdown(operation.description)}${parameterTable(context, operation.operationId, planned.parameters)}
${requestBody(context, planned)}
<h4>Responses</h4>
${table(
  'responses',
  `Responses of ${operation.operationId}`,
  ['Status', 'Meaning', 'Body', 'Source'],
  answers.flatMap((answer) => [answerRow(context, answer), ...headerRows(context, answer.headers)]),
)}${answers.map((answer) => ownBodies(context, operation.operationId, answer))}
<h4>Call it from a shell</h4>
<pre><code>${curlOf(document, planned)}</code></pre>
</article>
`;
}

function parameterTable(
  context: Context,
  operationId: string,
  parameters: readonly PlannedParameter[],
): Html {
  if (parameters.length === 0) return nothing;
  const rows = parameters.map(({ anchor, places, parameter }): Row => {
    const schema = resolve<SchemaObject>(context.document, parameter.schema);
    return {
      anchor,
      cells: [
        html`<a class="name" href="#${anchor}"><code>${parameter.name}</code></a>
<span class="${parameter.required === true ? 'must' : 'may'}">${parameter.required === true ? 'required' : 'optional'}</span> ${flags(schema)}`,
        html`<span class="type">${typeOf(context, parameter.schema)}</span> <span class="where">in ${parameter.in}</span>${restrictionList(schema)}`,
        html`${context.markdown(parameter.description)}${exampleValues(context, parameter)}${valuesOf(schema)}`,
        context.marks.required(places),
      ],
    };
  });
  return html`<h4>Parameters</h4>
${table('parameters', `Parameters of ${operationId}`, ['Parameter', 'Type', 'Description', 'Source'], rows)}`;
}

function exampleValues(
  context: Context,
  { examples }: Pick<PlannedParameter['parameter'], 'examples'>,
): Html {
  const values = Object.values(examples ?? {}).map(
    (example) => resolve<{ readonly value: unknown }>(context.document, example).value,
  );
  return valuesOf({ examples: values }) ?? nothing;
}

function requestBody(context: Context, { located, requestBodies }: PlannedOperation): Html {
  const { requestBody: declared, operationId } = located.operation;
  if (declared === undefined) return nothing;
  return html`<h4>Request body ${context.marks.optional([`${located.pointer}/requestBody`])}</h4>
${context.markdown(declared.description)}${requestBodies.map(
  (
    body,
  ) => html`<p class="facts">${bodyType(context, body)}, ${declared.required === true ? 'required' : 'optional'}. ${context.marks.optional(body.places)}</p>
${bodyTable(context, `Request body of ${operationId}`, body)}`,
)}${exampleList(context, 'Request example', requestBodies)}`;
}

/** The properties of a body: a model repeated in place with links to its section, or a schema of its own. */
function bodyTable(context: Context, caption: string, body: PlannedBody): Html {
  if (!isReference(body.schema)) return propertyTable(context, caption, body.properties, 'anchors');
  const model = modelOf(context, body.schema);
  if (model === undefined) return nothing;
  return html`${modelFacts(context, model.schema, model.place)}${propertyTable(context, caption, model.properties, 'links')}`;
}

function bodyType(context: Context, body: PlannedBody): Html {
  return html`<code>${body.mediaType}</code> <span class="type">${typeOf(context, body.schema)}</span>`;
}

function answerRow(context: Context, answer: PlannedAnswer): Row {
  const { anchor, status, places, response, bodies, sharedError } = answer;
  const phrase = PHRASES[status];
  return {
    anchor,
    cells: [
      html`<a class="name" href="#${anchor}"><code>${status}</code></a> ${phrase !== undefined && html`<span class="phrase">${phrase}</span>`}`,
      context.markdown(response.description),
      html`${bodies.length === 0 ? 'none' : bodies.map((body) => bodySummary(context, body))}${
        response['x-optional-body'] === true && html`<p class="values">The body may be absent.</p>`
      }${sharedError !== undefined && html`<p class="values"><a href="#${sharedError}">Details and examples</a></p>`}`,
      context.marks.required(places),
    ],
  };
}

/** The type of a body and, for a model of success, its properties at a glance. */
function bodySummary(context: Context, body: PlannedBody): Html {
  const schema = resolve<SchemaObject>(context.document, body.schema);
  return html`<p>${typeOf(context, body.schema)} <span class="where"><code>${body.mediaType}</code></span> ${context.marks.optional(body.places)}</p>
${!isReference(body.schema) && context.markdown(schema.description)}`;
}

/** What only this response holds: the properties of its model at a glance, a schema written in place, examples. */
function ownBodies(
  context: Context,
  operationId: string,
  { status, bodies, sharedError }: PlannedAnswer,
): Html {
  if (sharedError !== undefined) return nothing;
  return html`${bodies.map((body) => {
    const model = modelOf(context, body.schema);
    return html`${
      model !== undefined &&
      model.properties.length > 0 &&
      html`<p class="glance">Properties of ${model.name}: ${joined(
        model.properties.map(({ anchor, name }) => html`<a href="#${anchor}"><code>${name}</code></a>`),
        ', ',
      )}.</p>\n`
    }${propertyTable(context, `Body of ${operationId} ${status}`, body.properties, 'anchors')}`;
  })}${exampleList(context, `Response ${status} example`, bodies)}`;
}

/** Headers as rows below the response that carries them. */
export function headerRows(context: Context, headers: readonly PlannedHeader[]): readonly Row[] {
  return headers.map(({ anchor, name, places, header }) => {
    const schema = resolve<SchemaObject>(context.document, header.schema);
    return {
      anchor,
      look: 'header',
      cells: [
        html`<span class="phrase">header</span> <a class="name" href="#${anchor}"><code>${name}</code></a>`,
        html`${context.markdown(header.description)}${exampleValues(context, header)}`,
        html`<span class="type">${typeOf(context, header.schema)}</span>${restrictionList(schema)}<p class="values">${header.required === true ? 'Always present.' : 'May be absent.'}</p>`,
        context.marks.required(places),
      ],
    };
  });
}

/** The operations of every tag, in the order of the document. */
export function operationSections(context: Context): Html {
  return html`${context.plan.tags.map(({ anchor, name, description, operations }) => {
    const index = (context.document.tags ?? []).findIndex((tag) => tag.name === name);
    return html`<section>
<h2 id="${anchor}">${name}</h2>
${index >= 0 && context.marks.optional([pointer('tags', index)])}${context.markdown(description)}
${operations.map((operation) => operationSection(context, operation))}</section>
`;
  })}`;
}
