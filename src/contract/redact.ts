/**
 * What a report may print. The contract decides: a value that it describes and does not mark `x-sensitive` is shown, everything
 * else is masked, unknown properties included. Text is searched for the secrets that a run knows, and for what looks like one.
 */
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';
import { type Route, routes } from '../../generated/routes.ts';
import { type Shape, shapes } from '../../generated/shapes.ts';
import type { Exchange, SentRequest } from './exchange.ts';
import type { Finding } from './finding.ts';
import { segmentsOf } from './pointer.ts';
import { sentSecrets } from './rules/secret-leak.ts';

export const MASK = '[redacted]';

/** A body is shown up to here. */
const LONGEST_BODY = 2_000;

/** E-mail addresses outside the domains reserved for examples (RFC 2606), and digits in the length of a card number. */
const PATTERNS: readonly RegExp[] = [
  /(?<![^\s@"'<>:=])[^\s@"'<>:=]+@(?!(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid)\b)[^\s@"'<>]+\.[^\s@"'<>,}]+/g,
  /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])/g,
];

/** Headers whose values say nothing about a person or a key. */
const SHOWN_HEADERS = new Set([
  'accept',
  'allow',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'location',
  'prefer',
  'retry-after',
  'www-authenticate',
  'x-correlation-id',
]);

export interface Redaction {
  /** Adds a secret that the run has come to know; short ones are left alone, they occur in ordinary text. */
  learn(secret: string): void;
  text(text: string): string;
  body(operation: OperationId, message: 'request' | 'response', status: number, text: string): string;
  headers(headers: Headers): Readonly<Record<string, string>>;
  /** Without credentials and query values, and with the sensitive parameters of the path masked. */
  url(operation: OperationId, url: string): string;
  finding(finding: Finding): Pick<Finding, 'expected' | 'got'>;
}

/** @param secrets what must never be printed; that of each request is found in its headers besides. */
export function createRedaction(secrets: readonly string[] = []): Redaction {
  const known = new Set<string>();
  const learn = (secret: string): void => {
    if (secret.length < 4) return;
    for (const form of [secret, encoded(secret), JSON.stringify(secret).slice(1, -1)]) known.add(form);
  };
  for (const secret of secrets) learn(secret);

  const text = (given: string): string => {
    const longestFirst = [...known].sort((a, b) => b.length - a.length);
    const named = longestFirst.reduce((masked, secret) => masked.replaceAll(secret, MASK), given);
    return PATTERNS.reduce((masked, pattern) => masked.replace(pattern, MASK), named);
  };

  return {
    learn,
    text,
    body: (operation, message, status, given) => {
      const value = parsed(given);
      const shape = value === undefined ? undefined : shapeOf(operation, message, status);
      const shown = value === undefined ? given : JSON.stringify(maskedBy(shape, value.json));
      return cut(text(shown));
    },
    headers: (headers) =>
      Object.fromEntries(
        [...headers].map(([name, value]) => [name, SHOWN_HEADERS.has(name) ? text(value) : MASK]),
      ),
    url: (operation, given) => text(maskedUrl(operation, given)),
    finding: (finding) => ({ expected: text(finding.expected), got: text(gotOf(finding)) }),
  };
}

/** Learns what a request has sent to prove who it is. */
export function learnCredentials(redaction: Redaction, request: SentRequest): void {
  for (const secret of sentSecrets(request)) redaction.learn(secret);
}

/** The values of the path parameters of a request, where its address has the form that the operation documents. */
export function pathValues({
  operation,
  request,
}: Pick<Exchange, 'operation' | 'request'>): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, segment] of pathSegments(operation, request.url)) values[name] = segment;
  return values;
}

function* pathSegments(operation: OperationId, url: string): Generator<readonly [string, string]> {
  const template = operations[operation].path.split('/');
  const given = pathOf(url).split('/').slice(-template.length);
  if (given.length !== template.length) return;
  for (const [index, part] of template.entries()) {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined) yield [name, given[index] ?? ''];
    else if (given[index] !== part && index > 0) return;
  }
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

function maskedUrl(operation: OperationId, given: string): string {
  if (!URL.canParse(given)) return given;
  const url = new URL(given);
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) url.searchParams.set(name, MASK);
  const { shown = [] }: Route = routes[operation];
  let address = url.href;
  for (const [name, segment] of pathSegments(operation, given)) {
    if (!shown.includes(name) && segment !== '') address = address.replaceAll(`/${segment}`, `/${MASK}`);
  }
  return address;
}

function shapeOf(operation: OperationId, message: 'request' | 'response', status: number): Shape | undefined {
  const described: OperationDescription = operations[operation];
  const { request, responses } = described;
  const schema =
    message === 'request'
      ? request?.schema
      : (responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined))?.schema;
  return schema === undefined ? undefined : shapes[schema];
}

function maskedBy(shape: Shape | undefined, value: unknown): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (shape === undefined || shape.sensitive === true) return MASK;
  const { members, items } = shape;
  if (Array.isArray(value)) return value.map((item) => maskedBy(items, item));
  if (typeof value !== 'object') return members === undefined && items === undefined ? value : MASK;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      maskedBy(members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined, member),
    ]),
  );
}

/** What a finding of the judge may say of the value that it found; findings of scenarios speak of the check's own data. */
function gotOf({ rule, operation, status, at, keyword, got }: Finding): string {
  if (rule === 'json-well-formed') return got.startsWith('"') ? 'text that is not JSON' : got;
  // Every other rule says what arrived without quoting a body.
  if (rule !== 'body-schema' || keyword === 'required') return got;
  let shape = shapeOf(operation, 'response', status);
  for (const segment of segmentsOf(at.slice('body'.length))) {
    if (shape?.sensitive === true) break;
    shape = /^\d+$/.test(segment) && shape?.items !== undefined ? shape.items : shape?.members?.[segment];
  }
  const printable =
    shape !== undefined && shape.sensitive !== true && !/^[[{]/.test(got) && shape.open !== true;
  return printable ? got : kindOf(got);
}

function kindOf(json: string): string {
  const kinds: Readonly<Record<string, string>> = {
    '"': 'a string',
    '{': 'an object',
    '[': 'a list',
    t: 'true',
    f: 'false',
    n: json,
  };
  return kinds[json.charAt(0)] ?? 'a number';
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function cut(text: string): string {
  return text.length <= LONGEST_BODY ? text : `${text.slice(0, LONGEST_BODY)}…`;
}

/** As the value stands in a URL; half a surrogate pair cannot stand there. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
