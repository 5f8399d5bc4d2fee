import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Report, roundTripOf } from './outcome.ts';
import { CREDENTIALS, planOf, type Step } from './plan.ts';
import { type Replay, startReplay } from './replay.ts';

const document = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
const plan = planOf(document);
const AUTHORIZATION = `Basic ${btoa(`${CREDENTIALS.clientId}:${CREDENTIALS.apiKey}`)}`;

let replay: Replay;
beforeAll(async () => {
  replay = await startReplay(plan);
});
afterAll(() => replay.stop());

interface Faults {
  readonly authorization?: string;
  readonly contentType?: string;
  readonly method?: string;
  body?(text: string): string;
  report?(report: Report): Report | undefined;
}

/** A client that does everything right but for its faults, and what is said of it. */
async function sayOf(step: Step, faults: Faults = {}): Promise<ReturnType<typeof roundTripOf>> {
  const text = step.body === undefined ? undefined : (faults.body ?? String)(JSON.stringify(step.body));
  const response = await fetch(`${replay.url}/${step.index}${step.path}`, {
    method: faults.method ?? step.method,
    headers: {
      Authorization: faults.authorization ?? AUTHORIZATION,
      'Content-Type': faults.contentType ?? 'application/json',
    },
    ...(text === undefined ? {} : { body: text }),
  });
  const answer = await response.text();
  const right = {
    index: step.index,
    status: response.status,
    ...(answer === '' ? {} : { body: JSON.parse(answer) }),
  };
  const said = faults.report === undefined ? right : faults.report(right);
  const own = new Map([[step.index, (replay.received.get(step.index) ?? []).slice(-1)]]);
  return roundTripOf([step], said === undefined ? [] : [said], own);
}

function stepNamed(start: string, variant = 'as documented'): Step {
  const step = plan.find((one) => one.title.startsWith(start) && one.variant === variant);
  if (step === undefined) throw new Error(`no step ${start}`);
  return step;
}

describe('what is said of a client', () => {
  it('is nothing when it does everything right', async () => {
    const said = await Promise.all(plan.map((step) => sayOf(step)));
    expect(said.flatMap(({ failures, facts }) => [...failures, ...facts])).toEqual([]);
  });

  const create = stepNamed('createCustomer (CustomerCreateGuide -> CustomerCreated)');

  it.each<[string, Faults, RegExp]>([
    ['credentials that are not Basic', { authorization: 'Bearer a' }, /not sent as HTTP Basic/],
    ['another media type', { contentType: 'text/plain' }, /media type of the request was text\/plain/],
    ['another method', { method: 'PUT' }, /the request was PUT \/v1\/customers/],
    [
      'a request that breaks the contract',
      { body: (text) => text.replace('"customer@example.com"', '7') },
      /breaks the contract/,
    ],
    [
      'a request that lost a field',
      { body: (text) => text.replace('"firstName":"Test",', '') },
      /\/firstName: "Test" became nothing/,
    ],
    [
      'null that the guide does not show',
      { body: (text) => text.replace('{', '{"other":null,') },
      /\/other: nothing became null/,
    ],
    ['an exception', { report: ({ index }) => ({ index, thrown: 'boom' }) }, /the client threw: boom/],
    ['another status', { report: (report) => ({ ...report, status: 200 }) }, /gave the status 200/],
    ['an answer that is lost', { report: ({ index, status = 0 }) => ({ index, status }) }, /became nothing/],
    ['silence', { report: () => undefined }, /said nothing of this step/],
  ])('blames %s', async (_, faults, words) => {
    expect((await sayOf(create, faults)).failures.join('\n')).toMatch(words);
  });

  it('blames a request that never arrived, and one that was repeated', () => {
    const report = { index: create.index, status: 201, body: create.answer.body ?? null };
    expect(roundTripOf([create], [report], new Map()).failures[0]).toMatch(/no request arrived/);
    const request = {
      method: 'POST',
      path: create.path,
      authorization: AUTHORIZATION,
      contentType: 'application/json',
      body: '',
    };
    const twice = new Map([[create.index, [request, request]]]);
    expect(roundTripOf([create], [report], twice).failures[0]).toMatch(/2 requests arrived/);
  });

  it('is a fact where a client drops what nobody knows, outside the guide', async () => {
    const step = stepNamed('retrieveCustomer (CustomerFull)', 'unknown properties');
    const drop = (report: Report): Report => ({
      ...report,
      body: JSON.parse(
        JSON.stringify(report.body, (key, value) => (key === 'addedTomorrow' ? undefined : value)),
      ),
    });
    expect(await sayOf(step, { report: drop })).toMatchObject({
      failures: [],
      facts: ['drops unknown properties'],
    });
  });

  it('is a fact where a client throws at a 401 without a body, which no document can announce', async () => {
    const step = stepNamed('listCustomers (401 without a body)');
    const thrown = await sayOf(step, { report: ({ index }) => ({ index, thrown: 'unexpected end' }) });
    expect(thrown).toMatchObject({ failures: [], facts: ['throws its own error at a 401 without a body'] });
  });
});

describe('the replay', () => {
  it('answers an address that belongs to no step with 421', async () => {
    expect((await fetch(`${replay.url}/v1/customers`)).status).toBe(421);
    expect((await fetch(`${replay.url}/99999/v1/customers`)).status).toBe(421);
  });
});
