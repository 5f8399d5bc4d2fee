/** From an answer as a test words it to the bytes that go back, judged before they do. */
import { answerFixtures } from '../../generated/fixtures.ts';
import {
  type OperationDescription,
  type OperationId,
  operations,
  type ResponseDescription,
} from '../../generated/operations.ts';
import type { ReceivedResponse } from '../contract/exchange.ts';
import { describe } from '../contract/finding.ts';
import { judgeWith } from '../contract/judge.ts';
import { validators } from '../contract/schema-reader.ts';
import type { GivenAnswer } from './answers.ts';
import type { Breach } from './breach.ts';

const MEMBERS = ['status', 'example', 'body', 'text', 'headers', 'allowBreach'];
const EMPTY: ResponseDescription = { headers: {}, examples: {}, pointer: '' };

/**
 * The response that an answer stands for, not judged yet.
 *
 * @throws TypeError when the answer contradicts itself or names an example that its status does not have.
 */
export function compose(operation: OperationId, answer: GivenAnswer): ReceivedResponse {
  const described: OperationDescription = operations[operation];
  const { status = Number(described.success), headers = {} } = answer;
  const place = `${operation} ${status}`;
  const unknown = Object.keys(answer).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined)
    throw new TypeError(`${place}: an answer has no "${unknown}", only ${MEMBERS.join(', ')}`);
  if ([answer.example, answer.body, answer.text].filter((part) => part !== undefined).length > 1)
    throw new TypeError(`${place}: give one of example, body and text`);

  const own = described.responses[String(status)];
  const response = own ?? (status >= 400 ? described.responses['default'] : undefined) ?? EMPTY;
  const text = textOf(place, answer, response, own === undefined ? status : undefined);
  const suggested = {
    ...(text === '' ? {} : { 'content-type': response.mediaType ?? 'application/json' }),
    ...('WWW-Authenticate' in response.headers ? { 'www-authenticate': 'Basic realm="plexo"' } : {}),
  };
  const merged = new Headers(suggested);
  for (const [name, value] of Object.entries(headers)) merged.set(name, value);
  return { status, headers: merged, body: new TextEncoder().encode(text) };
}

/** What the judge holds against an answer; warnings are no breaches. */
export function breachesOf(operation: OperationId, response: ReceivedResponse): readonly Breach[] {
  return judgeWith({ validators }, { operation, response })
    .filter(({ severity }) => severity === 'error')
    .map((finding) => {
      const { rule, spec, at, expected, got } = finding;
      return Object.freeze({
        of: 'answer',
        operation,
        rule,
        spec,
        at,
        expected,
        got,
        message: describe(finding),
      });
    });
}

/** @throws TypeError when the platform cannot make such a response: a status out of range, a body on 204. */
export function toResponse(operation: OperationId, { status, headers, body }: ReceivedResponse): Response {
  try {
    // The copy stands on a plain ArrayBuffer, which is what a Response is typed to take.
    return new Response(body.length === 0 ? null : body.slice(), { status, headers });
  } catch (cause) {
    const size = body.length === 0 ? 'no body' : `a body of ${body.length} bytes`;
    throw new TypeError(`${operation}: fetch can give no response of status ${status} with ${size}`, {
      cause,
    });
  }
}

/** @param adopted the status to write into an example of `default`, which stands for many statuses. */
function textOf(
  place: string,
  { example, body, text }: GivenAnswer,
  { examples, mediaType }: ResponseDescription,
  adopted: number | undefined,
): string {
  if (text !== undefined) return text;
  if (body !== undefined) return body === null ? '' : (JSON.stringify(body) ?? '');
  const names = Object.keys(examples);
  const name = example ?? names[0];
  if (name === undefined || (mediaType === undefined && example === undefined)) return '';
  const fixture = Object.hasOwn(examples, name) ? examples[name] : undefined;
  if (fixture === undefined)
    throw new TypeError(
      `${place}: there is no example "${name}", use ${names.length === 0 ? 'none' : `one of ${names.join(', ')}`}`,
    );
  const value: unknown = Reflect.get(answerFixtures, fixture);
  return JSON.stringify(
    adopted !== undefined && typeof value === 'object' ? { ...value, status: adopted } : value,
  );
}
