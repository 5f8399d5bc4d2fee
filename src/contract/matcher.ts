/** `toKeepContract()`: the judge as a matcher for vitest and jest. */
import { type OperationId, operations } from '../../generated/operations.ts';
import { type Answer, captureRequest, captureResponse, type Exchange } from './exchange.ts';
import { describe } from './finding.ts';
import { judge } from './judge.ts';
import { createRedaction } from './redact.ts';
import { routeOf } from './route.ts';
import { allRules } from './rules/all.ts';

/** What the matcher takes: a response, or a request with its response. Both must still be readable. */
export type Judgeable = Response | { readonly request: Request; readonly response: Response };

/** How an exchange is recognised, and how strictly it is judged. */
export interface MatcherOptions {
  /** The operation that was called; found out from the request, or from the response's `url`, when absent. */
  readonly operation?: OperationId | undefined;
  /** Method of the request, for a response that comes alone; `GET` when absent. */
  readonly method?: string | undefined;
  /** Warnings are errors. */
  readonly strict?: boolean | undefined;
}

/** What a matcher tells its test runner. */
export interface MatcherResult {
  /** Whether the contract is kept. */
  readonly pass: boolean;
  /** Every breach on a line of its own, with its place in the exchange and in the spec. */
  readonly message: () => string;
}

/**
 * For `expect.extend`. Reads a copy of the body, so the response can still be used; what is no exchange fails with the reason.
 *
 * @example
 * ```ts
 * const response = Response.json(fixtures.CustomerFull);
 * const { pass } = await contractMatchers.toKeepContract(response, { operation: 'retrieveCustomer' });
 * expect(pass).toBe(true); // with expect.extend(contractMatchers): await expect(response).toKeepContract({ operation })
 * ```
 */
export const contractMatchers = {
  async toKeepContract(received: unknown, options: MatcherOptions = {}): Promise<MatcherResult> {
    const exchange = await exchangeOf(received, options);
    if (typeof exchange === 'string') return { pass: false, message: () => `toKeepContract: ${exchange}` };
    const redaction = createRedaction();
    const findings = judge(exchange, { rules: allRules, strict: options.strict })
      .filter(({ severity }) => severity === 'error')
      .map((finding) => describe({ ...finding, ...redaction.finding(finding) }));
    const pass = findings.length === 0;
    return {
      pass,
      message: () =>
        pass
          ? `${exchange.operation} ${exchange.response.status}: expected a breach of the contract, found none`
          : findings.join('\n'),
    };
  },
};

async function exchangeOf(received: unknown, options: MatcherOptions): Promise<Answer | Exchange | string> {
  if (received instanceof Response) {
    const operation = options.operation ?? operationAt(options.method ?? 'GET', received.url);
    if (operation === undefined)
      return `which operation answered ${received.url || 'this response'}? Pass { operation }`;
    return unknown(operation) ?? { operation, response: await captureResponse(received) };
  }
  const { request, response } = pairOf(received);
  if (request === undefined || response === undefined) {
    return 'expected a Response, or { request, response }';
  }
  const operation = options.operation ?? operationAt(request.method, request.url);
  if (operation === undefined)
    return `${request.method} ${request.url} is no operation of the contract; pass { operation }`;
  const answer = unknown(operation) ?? { operation, response: await captureResponse(response) };
  // A request that was sent has given its body away; the answer is judged without it.
  return typeof answer === 'string' || request.bodyUsed
    ? answer
    : { ...answer, request: await captureRequest(request) };
}

function pairOf(value: unknown): { readonly request?: Request; readonly response?: Response } {
  if (typeof value !== 'object' || value === null) return {};
  const request: unknown = Reflect.get(value, 'request');
  const response: unknown = Reflect.get(value, 'response');
  return request instanceof Request && response instanceof Response ? { request, response } : {};
}

function operationAt(method: string, url: string): OperationId | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname } = new URL(url);
  const route = routeOf(method.toUpperCase(), pathname.slice(Math.max(0, pathname.indexOf('/v1/'))));
  return route.kind === 'operation' ? route.operation : undefined;
}

function unknown(operation: string): string | undefined {
  if (Object.hasOwn(operations, operation)) return undefined;
  return `there is no operation "${operation}"; the operations are ${Object.keys(operations).join(', ')}`;
}
