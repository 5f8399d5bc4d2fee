/** What a program reports of each step, held against what was sent, received and documented. */
import { validators } from '../../generated/validators.js';
import { describeDifference, differences, type Fact } from './difference.ts';
import { CREDENTIALS, type Step } from './plan.ts';
import type { Received } from './replay.ts';
import type { Json } from './variants.ts';

/** One line of a program's output. */
export interface Report {
  readonly index: number;
  /** Status of the answer as the generated client gives it. */
  readonly status?: number;
  /** What the generated model became as JSON again; absent where the answer has no body. */
  readonly body?: Json;
  /** What the program caught instead of an answer. */
  readonly thrown?: string;
}

export interface RoundTrip {
  readonly steps: number;
  /** One line per breach, each with the step it belongs to. */
  readonly failures: readonly string[];
  readonly facts: readonly Fact[];
}

const AUTHORIZATION = `Basic ${btoa(`${CREDENTIALS.clientId}:${CREDENTIALS.apiKey}`)}`;

export function roundTripOf(
  steps: readonly Step[],
  reports: readonly Report[],
  received: ReadonlyMap<number, readonly Received[]>,
): RoundTrip {
  const facts = new Set<Fact>();
  const failures = steps.flatMap((step) => {
    const report = reports.find(({ index }) => index === step.index);
    const found = [
      ...requestFailures(step, received.get(step.index) ?? [], facts),
      ...answerFailures(step, report, facts),
    ];
    return found.map((failure) => `${step.title}: ${failure}`);
  });
  return { steps: steps.length, failures, facts: [...facts].sort() };
}

function requestFailures(step: Step, requests: readonly Received[], facts: Set<Fact>): readonly string[] {
  const [request] = requests;
  if (request === undefined) return ['no request arrived'];
  if (requests.length > 1) return [`${requests.length} requests arrived`];
  const failures: string[] = [];
  const line = `${request.method} ${request.path}`;
  if (line !== `${step.method} ${step.path}`) failures.push(`the request was ${line}`);
  if (request.authorization !== AUTHORIZATION) failures.push('the credentials were not sent as HTTP Basic');
  if (step.body === undefined) return failures;
  if (!/^application\/json\b/.test(request.contentType ?? '')) {
    failures.push(`the media type of the request was ${request.contentType ?? 'absent'}`);
  }
  const sent = parsed(request.body);
  const validate = validators[step.schemas.request ?? ''];
  if (validate === undefined) throw new Error(`no validator for ${step.schemas.request}`);
  if (!validate(sent)) {
    const [first] = validate.errors ?? [];
    failures.push(`the request breaks the contract: ${first?.instancePath} ${first?.message}`);
  }
  return [...failures, ...changes('request', step, sent, step.body, facts)];
}

function answerFailures(step: Step, report: Report | undefined, facts: Set<Fact>): readonly string[] {
  if (report === undefined) return ['the program said nothing of this step'];
  const bodyLeftOut = step.answer.status >= 400 && step.answer.body === undefined;
  if (report.thrown !== undefined) {
    if (!bodyLeftOut) return [`the client threw: ${report.thrown}`];
    // OpenAPI cannot say that a body may be absent, so no generator can know it: what it does then is a fact of its own.
    facts.add('throws its own error at a 401 without a body');
    return [];
  }
  if (report.status !== step.answer.status) return [`the client gave the status ${report.status}`];
  // What stands in for a body that is not there (an empty text, an empty object) differs from client to client.
  return bodyLeftOut ? [] : changes('answer', step, report.body, step.answer.body, facts);
}

function changes(
  side: 'request' | 'answer',
  { guide }: Step,
  is: Json | undefined,
  was: Json | undefined,
  facts: Set<Fact>,
): readonly string[] {
  const failures: string[] = [];
  for (const difference of differences(was, is)) {
    if (difference.fact === undefined || guide) failures.push(`${side} ${describeDifference(difference)}`);
    else facts.add(difference.fact);
  }
  return failures;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
