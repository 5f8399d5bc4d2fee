/** Faults of status and headers: the right body under the wrong words. */
import { type OperationDescription, type OperationId, operations } from '../../../generated/operations.ts';
import type { Asked, Fault, FaultKind, PlannedAnswer } from '../fault.ts';

type Change = (answer: PlannedAnswer, asked: Asked) => PlannedAnswer;

const ALL: readonly (readonly [OperationId, OperationDescription])[] = Object.entries(operations).map(
  // The keys of this table are the operations.
  ([id, described]) => [id as OperationId, described],
);

const ERROR = { code: 'internal-error', message: 'Something went wrong.', type: 'api-error' };

function answerFault(kind: FaultKind, id: string, title: string, caughtBy: string, change: Change): Fault {
  return { id, kind, title, caughtBy, answer: change };
}

/** A fault of what one operation answers with one status. */
function of(
  operation: OperationId,
  status: number,
  change: (answer: PlannedAnswer) => PlannedAnswer,
): Change {
  return (answer, asked) =>
    asked.operation === operation && answer.status === status ? change(answer) : answer;
}

function withStatus(status: number): (answer: PlannedAnswer) => PlannedAnswer {
  return (answer) => ({ ...answer, status });
}

function withType(type: string | undefined): (answer: PlannedAnswer) => PlannedAnswer {
  return (answer) => {
    const { 'content-type': _replaced, ...rest } = answer.headers;
    return { ...answer, headers: type === undefined ? rest : { ...rest, 'content-type': type } };
  };
}

/** The whole answer of a server that failed, status and body alike. */
function failing(status: number): (answer: PlannedAnswer) => PlannedAnswer {
  return ({ headers }) => ({
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: { ...ERROR, status },
  });
}

function ofEach(
  one: (id: OperationId, operation: OperationDescription, success: number) => readonly Fault[],
): readonly Fault[] {
  return ALL.flatMap(([id, operation]) => one(id, operation, Number(operation.success)));
}

export const statusFaults: readonly Fault[] = [
  ...ofEach((id, _operation, success) => [
    answerFault(
      'status',
      `${id}-answers-202`,
      `${id} answers 202 in place of ${success}`,
      'status-documented',
      of(id, success, withStatus(202)),
    ),
    answerFault(
      'status',
      `${id}-fails`,
      `${id} answers 500 in place of ${success}`,
      'server-error',
      of(id, success, failing(500)),
    ),
  ]),
  ...ofEach((id, { request }) =>
    request === undefined
      ? []
      : [
          answerFault(
            'status',
            `${id}-refuses-with-422`,
            `${id} refuses a broken request with 422 in place of 400`,
            'refuses-violation',
            of(id, 400, failing(422)),
          ),
          answerFault(
            'status',
            `${id}-refuses-with-500`,
            `${id} fails at a broken request`,
            'server-error',
            of(id, 400, failing(500)),
          ),
        ],
  ),
  ...ofEach((id, { responses }) =>
    responses['404'] === undefined
      ? []
      : [
          answerFault(
            'status',
            `${id}-unknown-is-200`,
            `${id} answers an unknown id with 200 and an error in the body`,
            id.startsWith('delete') ? 'status-documented' : 'body-schema',
            of(id, 404, withStatus(200)),
          ),
          answerFault(
            'status',
            `${id}-unknown-is-403`,
            `${id} answers an unknown id with 403`,
            'unknown-id',
            of(id, 404, failing(403)),
          ),
          answerFault(
            'status',
            `${id}-unknown-is-500`,
            `${id} fails at an unknown id`,
            'server-error',
            of(id, 404, failing(500)),
          ),
        ],
  ),
  answerFault(
    'status',
    'unauthorized-is-403',
    'missing credentials are answered with 403',
    'requires-credentials',
    (answer) => (answer.status === 401 ? failing(403)(answer) : answer),
  ),
  answerFault(
    'status',
    'undeclared-method-is-404',
    'an undeclared method is answered with 404',
    'undeclared-method',
    (answer) => (answer.status === 405 ? failing(404)(answer) : answer),
  ),
  answerFault(
    'status',
    'undeclared-method-is-200',
    'an undeclared method is answered with 200 and an empty object',
    'undeclared-method',
    (answer) => (answer.status === 405 ? { ...answer, status: 200, body: {} } : answer),
  ),
  answerFault(
    'status',
    'error-status-differs',
    'the status in the body of an error is not that of the answer',
    'error-status',
    (answer) => (answer.status === 404 ? { ...answer, body: { ...ERROR, status: 400 } } : answer),
  ),
];

export const headerFaults: readonly Fault[] = [
  ...ofEach((id, { responses, success: key }, success) =>
    responses[key]?.mediaType === undefined
      ? [
          answerFault(
            'header',
            `${id}-has-content-type`,
            `${id} names a media type for a body that is not there`,
            'no-content-headers',
            of(id, success, withType('application/json')),
          ),
          answerFault(
            'header',
            `${id}-answers-200-with-body`,
            `${id} answers 200 with a body in place of ${success}`,
            'status-documented',
            of(id, success, (answer) => ({ ...withType('application/json')(answer), status: 200, body: {} })),
          ),
        ]
      : [
          answerFault(
            'header',
            `${id}-without-content-type`,
            `${id} names no media type`,
            'media-type',
            of(id, success, withType(undefined)),
          ),
          answerFault(
            'header',
            `${id}-as-html`,
            `${id} calls its JSON text/html`,
            'media-type',
            of(id, success, withType('text/html; charset=utf-8')),
          ),
          answerFault(
            'header',
            `${id}-as-latin1`,
            `${id} calls its JSON latin1`,
            'media-type',
            of(id, success, withType('application/json; charset=iso-8859-1')),
          ),
        ],
  ),
  answerFault(
    'header',
    'errors-as-problem-json',
    'errors are called application/problem+json',
    'media-type',
    (answer) =>
      answer.status >= 400 && answer.body !== undefined
        ? withType('application/problem+json')(answer)
        : answer,
  ),
  answerFault('header', 'errors-as-text', 'errors are called text/plain', 'media-type', (answer) =>
    answer.status >= 400 && answer.body !== undefined ? withType('text/plain')(answer) : answer,
  ),
  answerFault(
    'header',
    'challenge-missing',
    'a 401 does not say which scheme to use',
    'headers',
    (answer) => {
      const { 'www-authenticate': _dropped, ...headers } = answer.headers;
      return { ...answer, headers };
    },
  ),
  answerFault('header', 'challenge-empty', 'a 401 has an empty challenge', 'headers', (answer) =>
    answer.status === 401 ? { ...answer, headers: { ...answer.headers, 'www-authenticate': '' } } : answer,
  ),
  answerFault(
    'header',
    'allow-missing',
    'a 405 does not say which methods there are',
    'allow-header',
    (answer) => {
      const { allow: _dropped, ...headers } = answer.headers;
      return { ...answer, headers };
    },
  ),
  answerFault('header', 'allow-wrong', 'a 405 names a method that there is not', 'allow-header', (answer) =>
    answer.status === 405
      ? { ...answer, headers: { ...answer.headers, allow: `${answer.headers['allow']}, PATCH` } }
      : answer,
  ),
];
