/** A sandbox whose every answer is held to the contract before a test sees it. */

import { captureRequest, captureResponse } from '../../src/contract/exchange.ts';
import { judge } from '../../src/contract/judge.ts';
import { routeOf } from '../../src/contract/route.ts';
import { allRules } from '../../src/contract/rules/all.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox.ts';

export const CLIENTS = [
  { clientId: 'one', apiKey: 'key-of-one' },
  { clientId: 'two', apiKey: 'key:of:two' },
] as const;

export const ONE = basic('one', 'key-of-one');
export const TWO = basic('two', 'key:of:two');
export const ORIGIN = 'http://sandbox.test';

export function basic(clientId: string, apiKey: string): string {
  return `Basic ${btoa(`${clientId}:${apiKey}`)}`;
}

export interface Call {
  readonly authorization?: string | null | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON unless it is text. */
  readonly body?: unknown;
}

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly json: any;
}

export interface JudgedSandbox extends Sandbox {
  /** Sends a request as client one and judges the answer. @throws Error that holds the findings. */
  call(method: string, path: string, call?: Call): Promise<Called>;
}

/** @param judged false for a sandbox that is meant to break the contract. */
export function judgedSandbox(options: SandboxOptions = {}, judged = true): JudgedSandbox {
  const sandbox = createSandbox({ clients: CLIENTS, ...options });
  const fetch = judged ? judgedFetch(sandbox.fetch) : sandbox.fetch;
  return {
    ...sandbox,
    fetch,
    async call(method, path, { authorization = ONE, headers = {}, body } = {}) {
      const isText = typeof body === 'string';
      const response = await fetch(`${ORIGIN}${path}`, {
        method,
        headers: {
          ...(authorization === null ? {} : { authorization }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : isText ? body : JSON.stringify(body),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      const json: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
      return { status: response.status, headers: response.headers, text, json };
    },
  };
}

/** A fetch whose answers to operations of the contract are judged by every rule; warnings count too. */
export function judgedFetch(fetch: Sandbox['fetch']): Sandbox['fetch'] {
  return async (input, init) => {
    const sent = new Request(input, init);
    const request = await captureRequest(sent);
    const answered = await fetch(sent);
    const route = routeOf(sent.method, new URL(sent.url).pathname);
    if (route.kind !== 'operation') return answered;
    const exchange = { operation: route.operation, request, response: await captureResponse(answered) };
    const findings = judge(exchange, { rules: allRules });
    if (findings.length > 0)
      throw new Error(`the sandbox broke the contract: ${JSON.stringify(findings, null, 2)}`);
    return answered;
  };
}
