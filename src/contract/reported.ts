/** From findings to the entries of a report: each breach once, with its words, its evidence and nothing secret in it. */
import { curl } from './curl.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { learnCredentials, pathValues, type Redaction } from './redact.ts';
import type { Evidence, ReportedFinding } from './report.ts';
import { type RuleText, ruleTexts } from './rules/texts.ts';

/** Where the page stands that describes every rule. */
export const HELP = 'generated/docs/checks.md';

export interface Occasion {
  /** Case, scenario or recorded exchange that showed the breach. */
  readonly case: string;
  /** Absent where the breach shows between exchanges and not in one. */
  readonly exchange?: Exchange | undefined;
  /** The body of the request was made up by the check itself, so it holds nobody's data and can be printed. */
  readonly ownRequest?: boolean | undefined;
}

export interface FindingLog {
  /** Notes a finding; the same breach seen again only counts. */
  add(finding: Finding, occasion: Occasion): void;
  /** Each breach once, in the order in which it was first seen. */
  list(): readonly ReportedFinding[];
}

/**
 * @param texts the words of rules that are not the judge's.
 * @param onFirst told of each breach when it is first seen.
 */
export function findingLog(
  redaction: Redaction,
  texts: Readonly<Record<string, RuleText>> = {},
  onFirst?: (finding: ReportedFinding) => void,
): FindingLog {
  const found = new Map<string, ReportedFinding>();
  return {
    add(finding, occasion) {
      const print = fingerprint(finding);
      const known = found.get(print);
      if (known !== undefined) {
        found.set(print, { ...known, occurrences: known.occurrences + 1 });
        return;
      }
      const first = reported(finding, print, occasion, redaction, texts);
      found.set(print, first);
      onFirst?.(first);
    },
    list: () => [...found.values()],
  };
}

function reported(
  finding: Finding,
  print: string,
  occasion: Occasion,
  redaction: Redaction,
  texts: Readonly<Record<string, RuleText>>,
): ReportedFinding {
  const { rule } = finding;
  const text = ruleTexts[rule] ?? texts[rule];
  if (text === undefined) throw new Error(`no words for the rule ${rule}: add them to its entry`);
  const { exchange } = occasion;
  if (exchange !== undefined) learnCredentials(redaction, exchange.request);
  return {
    ...finding,
    ...redaction.finding(finding),
    fingerprint: print,
    title: text.title,
    why: text.why,
    help: `${HELP}#${rule}`,
    case: occasion.case,
    occurrences: 1,
    ...(exchange === undefined ? {} : { evidence: evidenceOf(exchange, occasion, redaction) }),
  };
}

function evidenceOf(exchange: Exchange, { ownRequest = false }: Occasion, redaction: Redaction): Evidence {
  const { operation, request, response } = exchange;
  const url = redaction.url(operation, request.url);
  const sent = ownRequest
    ? redaction.text(request.body)
    : redaction.body(operation, 'request', 0, request.body);
  const headers = redaction.headers(request.headers);
  const path = Object.entries(pathValues(exchange)).map(([name, value]) => [name, redaction.text(value)]);
  const basic = request.headers.get('authorization')?.startsWith('Basic ') === true;
  const text = new TextDecoder().decode(response.body);
  return {
    curl: redaction.text(curl({ ...request, url, body: sent }, basic)),
    request: {
      method: request.method,
      url,
      path: Object.fromEntries(path),
      headers,
      body: sent,
      bytes: new TextEncoder().encode(request.body).length,
    },
    response: {
      status: response.status,
      headers: redaction.headers(response.headers),
      body: redaction.body(operation, 'response', response.status, text),
      bytes: response.body.length,
    },
  };
}
