/** The report as one HTML page: no script, nothing from outside, readable on a phone, on paper and in the dark. */
import type { CoverageItem } from '../coverage/coverage.ts';
import type { CheckReport, Evidence, NotApplicable, ProbeResult, ReportedFinding } from '../report.ts';
import { counted } from './lines.ts';
import { type Html, html, nothing, trusted } from './markup.ts';
import { placeOf } from './text.ts';

const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--panel:#f5f7f9;--line:#d5dbe3;--ink:#1a232f;--muted:#525d6d;--good:#14574a;--bad:#9a1b1b;--warn:#744600}
@media (prefers-color-scheme:dark){:root{--paper:#12161c;--panel:#1a2029;--line:#343e4c;--ink:#e2e7ee;--muted:#a5b0bf;--good:#8fd3bd;--bad:#ff9d9d;--warn:#f0c274}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:0.9375rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--ink)}
.kept{color:var(--good)}.breached,.could_not_run,.error{color:var(--bad)}.warning{color:var(--warn)}
.facts,.muted{color:var(--muted)}
article{padding:1rem;margin:0 0 1rem;background:var(--panel);border:1px solid var(--line);border-radius:4px}
article h3{font-size:1rem;margin:0 0 .5rem}
dl{display:grid;grid-template-columns:6rem 1fr;gap:.25rem .75rem;margin:0}
dt{color:var(--muted)}dd{margin:0}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.8125rem}
pre{white-space:pre-wrap;margin:.5rem 0 0}
table{border-collapse:collapse;width:100%;font-size:.8125rem;margin:.5rem 0 1rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:.25rem 0}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
@media (max-width:40rem){dl{grid-template-columns:1fr}dt{margin-top:.35rem}}
`;

const VERDICTS: Readonly<Record<CheckReport['verdict'], string>> = {
  kept: 'The contract is kept',
  breached: 'The contract is breached',
  could_not_run: 'The check could not run to its end',
};

export function htmlReport(report: CheckReport): string {
  const { verdict, target, spec, seed, planHash, startedAt, requests, failure } = report;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${VERDICTS[verdict]}: ${target.label}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<main>
<h1 class="${verdict}">${VERDICTS[verdict]}</h1>
<p>${target.label}${target.url === '' || target.url === target.label ? '' : `, ${target.url}`}</p>
<p class="facts">${spec.title} ${spec.version}. ${startedAt}. ${counted(requests, 'request')}, seed ${seed}.<br>
spec <code>${spec.sha256}</code><br>plan <code>${planHash}</code></p>
${failure !== undefined && html`<p class="error">${failure}</p>`}
${findingsSection(report.findings)}
${probesSection(report.probes)}
${notApplicableSection(report.notApplicable)}
${coverageSection(report)}
</main>
</body>
</html>
`;
  return page.toString();
}

function findingsSection(findings: readonly ReportedFinding[]): Html {
  if (findings.length === 0) return html`<h2>Findings</h2>\n<p>None.</p>`;
  return html`<h2>Findings (${findings.length})</h2>\n${findings.map(findingArticle)}`;
}

function findingArticle(finding: ReportedFinding): Html {
  const { severity, rule, title, why, operation, status, at, expected, got, evidence } = finding;
  return html`<article id="${finding.fingerprint}">
<h3><span class="${severity}">${severity}</span> ${operation} ${status} ${at}: ${rule}</h3>
<p>${title}. <span class="muted">${why}</span></p>
<dl>
<dt>expected</dt><dd>${expected}</dd>
<dt>got</dt><dd>${got}</dd>
<dt>contract</dt><dd><code>${placeOf(finding)}</code></dd>
<dt>case</dt><dd>${finding.case}, seen ${counted(finding.occurrences, 'time')}</dd>
<dt>fingerprint</dt><dd><code>${finding.fingerprint}</code></dd>
</dl>
${evidence === undefined ? nothing : evidenceBlock(evidence)}
</article>
`;
}

function evidenceBlock({ curl, request, response }: Evidence): Html {
  const headers = (all: Readonly<Record<string, string>>): string =>
    Object.entries(all)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
  return html`<details><summary>the exchange, and how to repeat it</summary>
<pre>${curl}</pre>
<pre>${request.method} ${request.url}
${headers(request.headers)}

${request.body}</pre>
<pre>${response.status}
${headers(response.headers)}

${response.body}</pre>
</details>`;
}

function probesSection(probes: readonly ProbeResult[]): Html {
  if (probes.length === 0) return nothing;
  const rows = probes.map(
    ({ question, asked, outcome, answer, agrees, change }) => html`<tr>
<td>${question}</td><td>${asked}</td><td>${outcome.replaceAll('_', ' ')}${agrees === undefined ? '' : agrees ? ', as assumed' : html`, <span class="warning">differs</span>`}</td>
<td>${answer}${change !== undefined && html`<br><span class="muted">spec change: ${change}</span>`}</td>
</tr>
`,
  );
  return html`<h2>Open questions, and what this server does</h2>
<table><thead><tr><th>question</th><th>asked</th><th>outcome</th><th>answer</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function notApplicableSection(list: readonly NotApplicable[]): Html {
  if (list.length === 0) return nothing;
  const rows = list.map(({ rule, reason }) => html`<tr><td>${rule}</td><td>${reason}</td></tr>\n`);
  return html`<h2>Not applicable: neither passed nor failed</h2>
<table><thead><tr><th>rule</th><th>because</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** A matrix for each operation: a row for a place, and how often each side of it was witnessed. */
function coverageSection({ coverage }: CheckReport): Html {
  const { items, gaps } = coverage;
  if (items.length === 0) return nothing;
  const reachable = items.filter(({ unreachable }) => unreachable === undefined);
  const seen = reachable.filter(({ witnessed }) => witnessed > 0).length;
  const operations = [...new Set(items.map(({ operation }) => operation))];
  return html`<h2>Witnessed: ${seen} of ${reachable.length}</h2>
<p>${counted(gaps.length, 'gap')}. What no correct server can show, and what has a waiver, says so.</p>
${operations.map((operation) =>
  operationMatrix(
    operation,
    items.filter((item) => item.operation === operation),
  ),
)}`;
}

function operationMatrix(operation: string, items: readonly CoverageItem[]): Html {
  const places = [...new Set(items.map(({ kind, place }) => `${kind} ${place}`))];
  const rows = places.map((key) => {
    const sides = items.filter(({ kind, place }) => `${kind} ${place}` === key);
    return html`<tr><td>${key}</td><td>${sides.map(sideCell)}</td></tr>\n`;
  });
  const missing = items.filter(
    ({ witnessed, unreachable }) => witnessed === 0 && unreachable === undefined,
  ).length;
  return html`<details><summary>${operation}: ${missing === 0 ? 'everything witnessed' : `${missing} not witnessed`}</summary>
<table><thead><tr><th>place</th><th>witnessed</th></tr></thead><tbody>${rows}</tbody></table></details>
`;
}

function sideCell({ side, witnessed, unreachable, waiver }: CoverageItem): Html {
  if (witnessed > 0) return html`<span class="kept">${side} ${witnessed}</span> `;
  if (unreachable !== undefined) return html`<span class="muted">${side}: ${unreachable}</span> `;
  if (waiver !== undefined)
    return html`<span class="warning">${side}: waived until ${waiver.until}, ${waiver.reason}</span> `;
  return html`<span class="error">${side} 0</span> `;
}
