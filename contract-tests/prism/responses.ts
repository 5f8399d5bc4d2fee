/** Every documented answer: asked for by code and example, received through the client, judged, and equal to the example. */

import { curl } from '../../src/contract/curl.ts';
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  ServerError,
} from '../../src/index.ts';
import { BreachError, type Check } from './check.ts';
import { type Observed, throughClient } from './observe.ts';
import {
  type DocumentedAnswer,
  described,
  documentedAnswers,
  examplePath,
  firstRequestExample,
  OPERATION_IDS,
} from './plan.ts';
import { proveEqual, proveKept, proveUndisputed } from './prove.ts';

export function responseChecks(): readonly Check[] {
  return OPERATION_IDS.flatMap(documentedAnswers).map((answer) => ({
    id: [answer.operation, answer.key, answer.example].filter((part) => part !== undefined).join('/'),
    operation: answer.operation,
    section: 'response',
    title: `${answer.key} ${answer.example ?? 'without a body'}`,
    run: async ({ url, runtime }) => {
      const { operation } = answer;
      const prefer = [
        `code=${answer.status}`,
        ...(answer.example === undefined ? [] : [`example=${answer.example}`]),
      ];
      const body = firstRequestExample(operation);
      const observed = await throughClient(url, operation, examplePath(operation), body, prefer.join(', '));
      proveStatus(answer, observed);
      proveKept(observed.exchange, runtime);
      proveUndisputed(observed.exchange, answer.response.pointer);
      const arrived = isSuccess(answer) ? proveValue(answer, observed) : proveError(answer, observed);
      const proven = [
        'status',
        ...(answer.response.mediaType === undefined ? ['no body'] : ['media type', 'schema']),
        arrived,
      ];
      return { proven, witnessed: { response: answer.key, example: answer.example } };
    },
  }));
}

function isSuccess({ operation, key }: DocumentedAnswer): boolean {
  return key === described(operation).success;
}

function proveStatus(answer: DocumentedAnswer, { exchange }: Observed): void {
  const { status } = exchange.response;
  proveEqual(exchange, { spec: answer.response.pointer, at: 'status', expected: answer.status, got: status });
}

function proveValue(answer: DocumentedAnswer, { exchange, value, error }: Observed): string {
  if (error !== undefined) throw unexpected(answer, exchange, `a value, as documented`, String(error));
  const spec = `${answer.response.pointer}/content/application~1json/examples/${answer.example}`;
  proveEqual(exchange, { spec, at: 'value of the client', expected: answer.body, got: value });
  return answer.body === undefined ? 'no value' : 'value';
}

/** The class that a status must arrive as. */
function errorClass(status: number): typeof ApiError {
  const classes: Readonly<Record<number, typeof ApiError>> = {
    400: BadRequestError,
    401: AuthenticationError,
    404: NotFoundError,
  };
  return classes[status] ?? (status >= 500 ? ServerError : ApiError);
}

function proveError(answer: DocumentedAnswer, { exchange, error }: Observed): string {
  const expected = errorClass(answer.status);
  if (!(error instanceof expected))
    throw unexpected(answer, exchange, expected.name, String(error ?? 'a value'));
  const spec = `${answer.response.pointer}/content/application~1json/examples/${answer.example}`;
  const got = { code: error.code, message: error.apiMessage, type: error.type, status: error.status };
  proveEqual(exchange, { spec, at: `members of ${error.name}`, expected: answer.body, got });
  return 'error';
}

function unexpected(
  answer: DocumentedAnswer,
  exchange: Observed['exchange'],
  expected: string,
  got: string,
): BreachError {
  const { operation, response } = answer;
  return new BreachError({
    operation,
    spec: response.pointer,
    at: 'outcome of the client',
    expected,
    got,
    curl: curl(exchange.request),
  });
}
