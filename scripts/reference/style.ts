/**
 * The one stylesheet of the page. Code wraps instead of scrolling sideways, so that it needs no tab stop, fits a
 * phone and prints whole; what a badge says is always a word, the colour only repeats it.
 */
import { customProperties, dark, light } from './palette.ts';

const KINDS = Object.keys(light.badges);

const base = `
:root{color-scheme:light dark;${customProperties(light)}}
@media (prefers-color-scheme:dark){:root{${customProperties(dark)}}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;display:grid;grid-template-columns:18rem minmax(0,1fr);grid-template-rows:1fr auto;background:var(--paper);color:var(--ink);font:0.9375rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
:target{scroll-margin-top:1rem}
tr:target{background:var(--panel)}
tr:target>:first-child{box-shadow:-.5rem 0 var(--panel),-.75rem 0 var(--link)}
code,pre,.method,.verb{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
code{font-size:.875em;overflow-wrap:anywhere}
pre{margin:.5rem 0 1rem;padding:.75rem 1rem;background:var(--panel);border:1px solid var(--line);border-radius:4px;font-size:.8125rem;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
pre code{font-size:1em}
h1,h2,h3,h4{line-height:1.25;font-weight:600;margin:0}
h1{font-size:1.875rem;letter-spacing:-.015em}
h2{font-size:1.4375rem;letter-spacing:-.01em;margin:3.25rem 0 .75rem;padding-top:1rem;border-top:2px solid var(--ink)}
h3{font-size:1.125rem;margin:0 0 .5rem}
h4{font-size:.8125rem;letter-spacing:.05em;text-transform:uppercase;color:var(--muted);margin:1.75rem 0 .5rem}
h4 .marks{text-transform:none;letter-spacing:0}
h3 a{color:inherit;text-decoration:none}
h3 a:hover{text-decoration:underline}
p,ul,ol,dl{margin:.5rem 0}
ul,ol{padding-left:1.25rem}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:.5rem;top:-4rem;z-index:2;padding:.5rem 1rem;background:var(--ink);color:var(--paper)}
.skip:focus{top:.5rem}
main{grid-column:2;padding:2.25rem 2.75rem 3rem;max-width:74rem}
main>p,main>ul,main>ol,.operation>p,.model>p,.error>p,section>p{max-width:46rem}
footer{grid-column:2;padding:1rem 2.75rem 2rem;color:var(--muted);font-size:.8125rem;max-width:74rem}
.version{color:var(--muted);margin:.25rem 0 0}
.lead{font-size:1.0625rem;margin:.75rem 0 1rem}
`;

const navigation = `
nav{grid-column:1;grid-row:1/3;position:sticky;top:0;height:100vh;overflow-y:auto;padding:1.5rem 1rem 2rem 1.5rem;background:var(--panel);border-right:1px solid var(--line);font-size:.8125rem;line-height:1.4}
nav ul{list-style:none;margin:0;padding:0}
nav a{color:inherit;text-decoration:none;display:block;padding:.1875rem 0;min-height:1.5rem}
nav .group a{display:inline-block}
nav .group span{color:var(--muted);font-weight:400;margin-left:.35rem}
nav details{margin:0;border:0}
nav summary{padding:.35rem 0;font-weight:600}
nav details[open]>summary{border:0}
.again{display:none}
@supports selector(::details-content){
@media screen and (min-width:56.01rem){
nav summary{display:none}
nav details::details-content{display:block;content-visibility:visible;block-size:auto}
}
}
nav a:hover{text-decoration:underline}
.brand{font-weight:600;margin:0 0 1rem;line-height:1.35}
.brand span{color:var(--muted);font-weight:400}
.group{font-weight:600;margin:1.1rem 0 .1rem}
.verb{display:inline-block;width:3.1rem;font-size:.6875rem;font-weight:600;color:var(--rfc)}
`;

const elements = `
.operation,.model,.error,.question{padding:1.75rem 0 1.25rem;border-top:1px solid var(--line)}
h2+.operation,h2+.model,p+.operation,p+.question{border-top:0;padding-top:.75rem}
.call{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .75rem;padding:.5rem .75rem;background:var(--panel);border:1px solid var(--line);border-radius:4px;max-width:none!important}
.call .marks{margin-left:auto}
.method{font-size:.8125rem;font-weight:700;padding:.05rem .5rem;border:1px solid currentColor;border-radius:3px;color:var(--rfc)}
.get{color:var(--guide)}.post{color:var(--documented)}.put,.patch{color:var(--assumption)}.delete{color:var(--unsourced)}
.path{font-size:.9375rem;font-weight:600}
.operation-id,.type,.where,.phrase,.may,.count,.absent{color:var(--muted)}
h3 .type{font-size:.8125rem;font-weight:400;margin-left:.4rem}
.must{font-weight:600}
.facts,.values,.glance{font-size:.875rem}
.values,.glance{color:var(--muted)}
.glance{margin:.75rem 0}
.marks{display:inline-flex;flex-wrap:wrap;gap:.25rem;vertical-align:middle}
.mark,.flag{display:inline-block;padding:.0625rem .4rem;border:1px solid currentColor;border-radius:3px;font-size:.75rem;font-weight:400;line-height:1.4;text-decoration:none;letter-spacing:0}
.mark small{font-size:.6875rem;overflow-wrap:anywhere}
a.mark:hover{text-decoration:underline}
${KINDS.map((kind) => `.mark.${kind}{color:var(--${kind});background:var(--${kind}-ground)}`).join('')}
.mark.assumption{border-style:dashed}
.mark.unsourced{border-style:dotted;border-width:2px}
.flag{color:var(--muted);padding:0 .3rem;margin-bottom:.2rem}
:is(.legend,.question) dl{display:grid;gap:.35rem;margin:1rem 0}
:is(.legend,.question) dl div{display:grid;grid-template-columns:7rem 1fr;align-items:baseline}
:is(.legend,.question) dd{margin:0}
.question dl div{grid-template-columns:7.5rem 1fr}
.question dl{max-width:53rem;margin:.5rem 0 0;font-size:.875rem}
.question dt{color:var(--muted)}
.question dd p{margin:0}
.sources{font-size:.875rem;columns:2 20rem;column-gap:2rem}
.sources li{break-inside:avoid}
details{margin:.25rem 0;border:1px solid var(--line);border-radius:4px}
summary{cursor:pointer;padding:.35rem .75rem;font-size:.875rem}
details[open]>summary{border-bottom:1px solid var(--line)}
details>p{padding:0 .75rem;font-size:.875rem}
details>pre{margin:0;border:0;border-radius:0 0 4px 4px}
.examples{margin:.75rem 0}
`;

const tables = `
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:.5rem 0 1rem;font-size:.875rem;line-height:1.5}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);font-weight:400}
th:last-child,td:last-child{padding-right:0}
tbody tr:last-child :is(th,td){border-bottom:0}
thead th{font-size:.75rem;color:var(--muted);border-bottom-color:var(--muted);padding-bottom:.25rem;padding-top:.25rem}
th:first-child,thead th:first-child{width:19%}
thead th:nth-child(2){width:17%}
thead th:last-child{width:14rem}
.responses thead th:first-child{width:17%}
.responses thead th:nth-child(2){width:auto}
.responses thead th:nth-child(3){width:18%}
.servers thead th:first-child{width:14%}
.servers thead th:nth-child(2){width:30%}
td p,td ul{margin:0 0 .25rem}
td p:last-child,td ul:last-child{margin-bottom:0}
.name{text-decoration:none;color:inherit}
.name:hover{text-decoration:underline}
.name code{font-weight:600}
.must,.may,.phrase{font-size:.8125rem}
:is(.properties,.parameters) .name{display:block}
.where{display:block}
.restrictions{list-style:none;padding:0;color:var(--muted);font-size:.8125rem}
.header th{padding-left:1rem}
.scroll{overflow-x:auto}
.matrix code{white-space:nowrap}
.matrix{width:auto;table-layout:auto}
.matrix th,.matrix td,.matrix thead th{width:auto;padding-right:1.75rem}
`;

const phone = `
@media screen and (max-width:56rem){
body{display:block}
nav{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line);padding:.75rem 1rem}
nav .brand{display:none}
nav summary{min-height:2.5rem;padding:.6rem 0 .4rem}
nav a{padding:.4rem 0;min-height:2.25rem}
.again{display:block;position:fixed;z-index:1;right:1rem;bottom:1rem;padding:.5rem .9rem;border:1px solid var(--line);border-radius:1.25rem;background:var(--panel);color:var(--ink);font-weight:600;box-shadow:0 1px 4px rgb(0 0 0/.25)}
footer{padding-bottom:4rem!important}
#entries{columns:2 9rem;column-gap:1rem;padding-bottom:.5rem}
#entries .group,#entries .group+ul>li:first-child{break-after:avoid}
#entries li{break-inside:avoid}
main{padding:1.25rem 1rem 2rem}
footer{padding:1rem}
h1{font-size:1.5rem}
h2{margin-top:2.25rem}
.call .marks{margin-left:0}
.marks{gap:.375rem;margin:.125rem 0}
a.mark{padding:.1875rem .45rem;min-height:1.5rem}
}
@media screen and (max-width:44rem){
table:not(.matrix),table:not(.matrix) tbody{display:block}
table:not(.matrix) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table:not(.matrix) tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}
table:not(.matrix) tr:last-child{border:0}
table:not(.matrix) :is(th,td){display:block;width:auto;padding:0;border:0;margin-bottom:.2rem}
table:not(.matrix) .header{padding-left:1rem}
:is(.properties,.parameters) .name{display:inline;margin-right:.4rem}
.where{display:inline;margin-left:.4rem}
.restrictions li{display:inline}
.restrictions li+li::before{content:"; "}
:is(.legend,.question) dl div{grid-template-columns:1fr}
.matrix th,.matrix td,.matrix thead th{padding-right:1rem}
}
`;

const print = `
@media print{
:root{color-scheme:light;${customProperties(light)}}
html{font-size:12px}
body{display:block}
nav,.skip{display:none}
main,footer{padding:0;max-width:none}
a{color:inherit}
h2,h3,h4,summary{break-after:avoid}
tr{break-inside:avoid}
details::details-content{display:block;content-visibility:visible;block-size:auto}
}
`;

export const stylesheet = [base, navigation, elements, tables, phone, print].join('');
