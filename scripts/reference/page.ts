/** The frame of the page: head, navigation, the opening sections and the order of everything else. */
import { createHash } from 'node:crypto';
import { pointer } from '../../src/contract/pointer.ts';
import { type Html, html, joined, outsideLink, trusted } from '../../src/contract/reports/markup.ts';
import type { Context } from './context.ts';
import { errorSections } from './errors.ts';
import { modelSections } from './model.ts';
import { operationSections } from './operation.ts';
import { questionSections } from './questions.ts';
import { breakable } from './schema.ts';
import { stylesheet } from './style.ts';
import { table } from './table.ts';

/** The policy lets the page load nothing at all: one inline style, known by its digest, and an empty icon. */
const POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256')
  .update(stylesheet)
  .digest('base64')}'; base-uri 'none'; form-action 'none'`;

export function page(context: Context): Html {
  const { info } = context.document;
  const body = html`${servers(context)}${authentication(context)}${operationSections(context)}${modelSections(context)}${errorSections(context)}${questionSections(context)}`;
  // The legend counts and numbers what the sections above cited, so it is rendered after them and placed before.
  const legend = context.marks.legend();
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${info.title} ${info.version}: API reference</title>
<link rel="icon" href="data:,">
<style>${trusted(stylesheet)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${navigation(context)}
<main id="content" tabindex="-1">
${introduction(context)}
${legend}
${body}</main>
<footer>${footer(context)}</footer>
</body>
</html>
`;
}

function introduction({ document, markdown }: Context): Html {
  const { info, externalDocs } = document;
  return html`<header>
<h1 id="title">${info.title}</h1>
<p class="version">Version ${info.version}, OpenAPI ${document.openapi}</p>
${typeof info['summary'] === 'string' && html`<p class="lead">${info['summary']}</p>\n`}</header>
${markdown(textOf(info['description']))}${documentationLink(externalDocs)}`;
}

function documentationLink(externalDocs: unknown): Html | false {
  const url = member(externalDocs, 'url');
  return url !== undefined && html`<p>${outsideLink(url, member(externalDocs, 'description') ?? url)}</p>\n`;
}

function servers({ document, marks, markdown }: Context): Html | false {
  const rows = (document.servers ?? []).map((server, index) => ({
    cells: [
      textOf(server['x-environment']) ?? `server ${index + 1}`,
      html`<code class="url">${server.url}</code>`,
      markdown(server.description),
      marks.optional([pointer('servers', index)]),
    ],
  }));
  return (
    rows.length > 0 &&
    html`<section>
<h2 id="servers">Servers</h2>
${table('servers', 'Servers', ['Environment', 'Address', 'Description', 'Source'], rows)}</section>
`
  );
}

function authentication({ document, marks, markdown }: Context): Html | false {
  const schemes = document.components?.securitySchemes;
  return (
    schemes !== undefined &&
    html`<section>
<h2 id="authentication">Authentication</h2>
${Object.entries(schemes).map(
  ([name, scheme]) => html`<p class="facts"><code>${name}</code> <span class="type">${joined(
    [textOf(scheme['type']), textOf(scheme['scheme'])],
    ' ',
  )}</span> ${marks.optional([pointer('components', 'securitySchemes', name)])}</p>
${markdown(textOf(scheme['description']))}`,
)}</section>
`
  );
}

/**
 * The contents: a column of its own on a wide screen, closed on a narrow one, where a link that stays in reach opens them
 * again: a browser opens a `details` element when it goes to something inside of it.
 */
function navigation({ document, plan, questions }: Context): Html {
  const list = (entries: readonly Html[]) =>
    html`<ul>${entries.map((entry) => html`<li>${entry}</li>\n`)}</ul>`;
  return html`<nav aria-label="Contents" id="contents">
<p class="brand"><a href="#title">${document.info.title}</a> <span>${document.info.version}</span></p>
<details>
<summary>Contents</summary>
<div id="entries">
${list([
  html`<a href="#legend">Sources</a>`,
  ...((document.servers ?? []).length > 0 ? [html`<a href="#servers">Servers</a>`] : []),
  ...(document.components?.securitySchemes === undefined
    ? []
    : [html`<a href="#authentication">Authentication</a>`]),
])}${plan.tags.map(
  (tag) => html`<p class="group"><a href="#${tag.anchor}">${tag.name}</a></p>
${list(tag.operations.map(({ anchor, located }) => html`<a href="#${anchor}"><span class="verb ${located.method}">${located.method.toUpperCase()}</span> ${located.operation.operationId}</a>`))}`,
)}<p class="group"><a href="#models">Models</a></p>
${list(plan.models.map(({ anchor, name }) => html`<a href="#${anchor}">${breakable(name)}</a>`))}<p class="group"><a href="#errors">Errors</a></p>
${list(plan.errors.map(({ anchor, name }) => html`<a href="#${anchor}">${name}</a>`))}${
  questions.length > 0 &&
  html`<p class="group"><a href="#questions">Open questions</a> <span>${questions.length}</span></p>`
}</div>
</details>
<a class="again" href="#entries">Contents</a>
</nav>`;
}

function footer({ document }: Context): Html {
  const contact = document.info['contact'];
  const url = member(contact, 'url');
  const license = member(document.info['license'], 'name');
  return joined(
    [
      `${document.info.title} ${document.info.version}`,
      url === undefined ? undefined : outsideLink(url, member(contact, 'name') ?? url),
      license === undefined ? undefined : `License: ${license}`,
    ],
    ' · ',
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function member(value: unknown, name: string): string | undefined {
  return typeof value === 'object' && value !== null ? textOf(Reflect.get(value, name)) : undefined;
}
