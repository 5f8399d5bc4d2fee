/** The judgements that checks share: the contract's judge with both validators, Prism's own verdict, equal values. */
import { isDeepStrictEqual } from 'node:util';
import { curl } from '../../src/contract/curl.ts';
import type { Exchange } from '../../src/contract/exchange.ts';
import { type Finding, shown } from '../../src/contract/finding.ts';
import { judge } from '../../src/contract/judge.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import type { Validators } from '../../src/contract/validator.ts';
import { BreachError } from './check.ts';
import { firstDifference } from './difference.ts';

/** Throws unless the judge finds no error, with the standalone validators and with those compiled at run time alike. */
export function proveKept(exchange: Exchange, runtime: Validators): void {
  const findings = judge(exchange);
  proveAgreement(exchange, findings, judge(exchange, { validators: runtime }));
  const error = findings.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new BreachError({ ...error, curl: curl(exchange.request) });
}

function proveAgreement(
  exchange: Exchange,
  standalone: readonly Finding[],
  runtime: readonly Finding[],
): void {
  if (isDeepStrictEqual(standalone, runtime)) return;
  throw new BreachError({
    operation: exchange.operation,
    spec: '/components/schemas',
    at: 'body',
    expected: `the standalone validators to agree with ajv at run time: ${shown(runtime, 400)}`,
    got: shown(standalone, 400),
    curl: curl(exchange.request),
  });
}

export interface PrismViolation {
  readonly location: readonly string[];
  readonly code: string | number;
  readonly message: string;
}

/** What Prism found wrong, from the header in which it says so. */
export function prismViolations(exchange: Exchange): readonly PrismViolation[] {
  const header = exchange.response.headers.get('sl-violations');
  return header === null ? [] : JSON.parse(header);
}

/** Throws when Prism itself disagrees with a request or with the answer that it took from the spec. */
export function proveUndisputed(exchange: Exchange, spec: string): void {
  const [first] = prismViolations(exchange);
  if (first === undefined) return;
  throw new BreachError({
    operation: exchange.operation,
    spec,
    at: first.location.join('/'),
    keyword: String(first.code),
    expected: 'a request and an answer that Prism has nothing to say about',
    got: first.message,
    curl: curl(exchange.request),
  });
}

/** Throws unless a value equals the documented one, and names the first place where it does not. */
export function proveEqual(
  exchange: Exchange,
  what: { readonly spec: string; readonly at: string; readonly expected: unknown; readonly got: unknown },
): void {
  const place = firstDifference(what.expected, what.got);
  if (place === undefined) return;
  throw new BreachError({
    operation: exchange.operation,
    spec: what.spec,
    at: place === '' ? what.at : `${what.at} at ${place}`,
    expected: shown(valueAt(what.expected, place)),
    got: shown(valueAt(what.got, place)),
    curl: curl(exchange.request),
  });
}
