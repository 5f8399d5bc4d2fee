import { describe, expect, it } from 'vitest';
import { fixtures } from '../../../generated/fixtures.ts';
import type { Exchange } from '../exchange.ts';
import { fingerprint } from '../fingerprint.ts';
import { judge } from '../judge.ts';
import { contractMatchers } from '../matcher.ts';
import { createProxy } from '../proxy.ts';
import { allRules } from '../rules/all.ts';
import { parseHar } from './har.ts';
import { createTrafficJudge } from './judge-traffic.ts';
import { ndjsonLine, parseNdjson } from './ndjson.ts';
import type { Recording } from './recording.ts';

const BASE = 'http://127.0.0.1:1';
const JSON_TYPE = { 'content-type': 'application/json' };

interface Sample {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Exchange['operation'];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function sample(name: string, given: Partial<Sample>): Sample {
  return {
    name,
    method: 'GET',
    path: '/v1/customers/some-id',
    operation: 'retrieveCustomer',
    status: 200,
    headers: JSON_TYPE,
    body: JSON.stringify(fixtures.CustomerFull),
    ...given,
  };
}

const SAMPLES: readonly Sample[] = [
  sample('a good answer', {}),
  sample('a good list', { path: '/v1/customers', operation: 'listCustomers', body: '[]' }),
  sample('no id', { body: '{"email":"someone@example.com"}' }),
  sample('another type', { body: '{"id":7}' }),
  sample('an undocumented success', { status: 206 }),
  sample('the wrong media type', { headers: { 'content-type': 'text/html' } }),
  sample('no media type', { headers: {} }),
  sample('cut JSON', { body: '{"id":"a"' }),
  sample('a repeated key', { body: '{"id":"a","id":"b"}' }),
  sample('a byte order mark', { body: '\ufeff{"id":"a"}' }),
  sample('an undocumented property', { body: '{"id":"a","surprise":1}' }),
  sample('a server error', { status: 500, body: JSON.stringify(fixtures.ErrorInternal) }),
  sample('another status in the body', { status: 404, body: JSON.stringify(fixtures.ErrorInvalidRequest) }),
  sample('a body on an answer without one', {
    method: 'DELETE',
    operation: 'deleteCustomer',
    status: 200,
    body: '{}',
  }),
];

function exchangeOf({ method, path, operation, status, headers, body }: Sample): Exchange {
  return {
    operation,
    request: { method, url: `${BASE}${path}`, headers: new Headers(), body: '' },
    response: { status, headers: new Headers(headers), body: new TextEncoder().encode(body) },
  };
}

/** What the judge says itself: the rules and places that all ways must repeat. */
function verdict(one: Sample): readonly string[] {
  return judge(exchangeOf(one), { rules: allRules }).map(fingerprint).sort();
}

function judged(recordings: readonly Recording[]): readonly string[] {
  const traffic = createTrafficJudge({ label: 'a test' });
  for (const recording of recordings) traffic.add(recording);
  return traffic
    .report()
    .findings.map((finding) => finding.fingerprint)
    .sort();
}

function har({ method, path, status, headers, body }: Sample): string {
  const list = Object.entries(headers).map(([name, value]) => ({ name, value }));
  const entry = {
    request: { method, url: `${BASE}${path}`, headers: [{ name: ':authority', value: 'x' }] },
    response: { status, headers: list, content: { size: body.length, text: body } },
  };
  return JSON.stringify({ log: { entries: [entry] } });
}

/** Through the proxy, as a client sees it. */
async function proxied(
  one: Sample,
): Promise<{ readonly recordings: readonly Recording[]; readonly answer: Response }> {
  const recordings: Recording[] = [];
  const proxy = createProxy({
    upstream: BASE,
    onExchange: (recording) => recordings.push(recording),
    fetch: async () => responseOf(one),
  });
  const answer = await proxy(new Request(`http://localhost${one.path}`, { method: one.method }));
  return { recordings, answer };
}

function responseOf({ status, headers, body }: Sample): Response {
  const response = new Response(body, { status, headers });
  // A text body brings a media type of its own.
  if (headers['content-type'] === undefined) response.headers.delete('content-type');
  return response;
}

describe('the same exchange gets the same verdict', () => {
  it('and the samples are told apart by it', () => {
    const broken = SAMPLES.map(verdict).filter((rules) => rules.length > 0);
    expect(broken).toHaveLength(SAMPLES.length - 2);
  });

  it.each(SAMPLES)('from a HAR file: $name', (one) => {
    expect(judged(parseHar(har(one)))).toEqual(verdict(one));
  });

  it.each(SAMPLES)('from a line of NDJSON: $name', (one) => {
    const line = ndjsonLine(exchangeOf(one));
    expect(judged(parseNdjson(`${line}\n\n`))).toEqual(verdict(one));
  });

  it.each(SAMPLES)('through the proxy: $name', async (one) => {
    const { recordings, answer } = await proxied(one);
    expect(judged(recordings)).toEqual(verdict(one));
    expect(answer.status).toBe(one.status);
    expect(await answer.arrayBuffer()).toEqual(new TextEncoder().encode(one.body).buffer);
  });

  it.each(SAMPLES)('from the matcher: $name', async (one) => {
    const { operation } = one;
    const result = await contractMatchers.toKeepContract(responseOf(one), { operation });
    const errors = judge(exchangeOf(one), { rules: allRules }).filter(({ severity }) => severity === 'error');
    expect(result.pass).toBe(errors.length === 0);
    for (const { rule } of errors) expect(result.message()).toContain(rule);
  });
});

describe('recorded traffic', () => {
  it('of other servers is counted and not judged', () => {
    const traffic = createTrafficJudge({ label: 'x.har' });
    for (const recording of parseHar(har(sample('', { path: '/other' })))) traffic.add(recording);
    const { verdict: kept, failure, notApplicable } = traffic.report();
    expect(kept).toBe('could_not_run');
    expect(failure).toBe('no exchange of the contract is in x.har: nothing was judged');
    expect(notApplicable[0]?.rule).toBe('paths outside the contract (1)');
  });

  it('whose bodies were not kept is judged by status and headers alone', () => {
    const text = har(sample('', { status: 206 })).replace(/"text":"(?:[^"\\]|\\.)*"/, '"comment":"dropped"');
    const traffic = createTrafficJudge({ label: 'x.har' });
    for (const recording of parseHar(text)) traffic.add(recording);
    expect(traffic.report().findings.map(({ rule }) => rule)).toEqual(['status-documented']);
  });

  it('keeps bytes that are no UTF-8', () => {
    const body = Uint8Array.from([0xff, 0x00, 0x41]);
    const { request } = exchangeOf(sample('', {}));
    const line = ndjsonLine({ request, response: { status: 200, headers: new Headers(JSON_TYPE), body } });
    expect(parseNdjson(line)[0]?.response.body).toEqual(body);
  });

  it('finds a sent secret in an answer, and does not print it', () => {
    const secret = 'a-very-secret-key';
    const request = {
      method: 'GET',
      url: `${BASE}/v1/customers/some-id`,
      headers: new Headers({ authorization: `Basic ${btoa(`client:${secret}`)}` }),
      body: '',
    };
    const response = {
      ...exchangeOf(sample('', {})).response,
      body: new TextEncoder().encode(`{"id":"${secret}"}`),
    };
    const traffic = createTrafficJudge({ label: 'a test' });
    traffic.add({ place: 'entry 0', request, response, bodyKept: true });
    const report = traffic.report();
    expect(report.findings.map(({ rule }) => rule)).toContain('secret-leak');
    expect(JSON.stringify(report)).not.toContain(secret);
    expect(JSON.stringify(report)).not.toContain(btoa(`client:${secret}`));
  });

  it.each([
    ['{', /^the file is not JSON: /],
    ['[]', /^the archive must be an object, got a list$/],
    ['{"log":{}}', /^log\.entries must be a list$/],
    [
      '{"log":{"entries":[{"request":{}}]}}',
      /^log\.entries\[0\]\.response must be an object, got undefined$/,
    ],
    [
      '{"log":{"entries":[{"request":{"method":"GET","url":"/v1"},"response":{"status":200}}]}}',
      /^log\.entries\[0\]\.request\.url must be an absolute URL, got "\/v1"$/,
    ],
    [
      '{"log":{"entries":[{"request":{"method":"GET","url":"http://a/"},"response":{"status":"200"}}]}}',
      /^log\.entries\[0\]\.response\.status must be a status from 100 to 599, got "200"$/,
    ],
  ])('that is no archive is refused with the place: %s', (text, message) => {
    expect(() => parseHar(text)).toThrow(message);
  });

  it.each([
    ['\n{"request":1}', /^line 2: request must be an object, got number$/],
    ['nonsense', /^line 1 is not JSON: /],
  ])('that is no list of exchanges is refused with the line: %j', (text, message) => {
    expect(() => parseNdjson(text)).toThrow(message);
  });
});

describe('the proxy', () => {
  it('hands method, path, query and body on, and nothing that belongs to the connection', async () => {
    let seen: Request | undefined;
    const proxy = createProxy({
      upstream: `${BASE}/base`,
      onExchange: () => {},
      fetch: async (input, init) => {
        seen = new Request(input, init);
        return new Response(null, { status: 204 });
      },
    });
    const headers = { authorization: 'Basic x', connection: 'close', 'x-own': '1' };
    await proxy(new Request('http://localhost/v1/customers?a=1', { method: 'POST', body: '{}', headers }));
    expect(seen?.url).toBe(`${BASE}/base/v1/customers?a=1`);
    expect(seen?.method).toBe('POST');
    expect(seen?.headers.get('authorization')).toBe('Basic x');
    expect(seen?.headers.get('x-own')).toBe('1');
    expect(await seen?.text()).toBe('{}');
  });

  it('answers for a server that cannot be reached, and judges nothing', async () => {
    const seen: Recording[] = [];
    const proxy = createProxy({
      upstream: BASE,
      onExchange: (recording) => seen.push(recording),
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    const answer = await proxy(new Request('http://localhost/v1/customers'));
    expect(answer.status).toBe(502);
    expect(seen).toEqual([]);
  });

  it('answers for a server that is too slow', async () => {
    const proxy = createProxy({
      upstream: BASE,
      onExchange: () => {},
      timeoutMs: 5,
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    });
    expect((await proxy(new Request('http://localhost/v1/customers'))).status).toBe(504);
  });
});

describe('the matcher', () => {
  it('finds the operation from a request that comes with its answer', async () => {
    const pair = { request: new Request(`${BASE}/v1/customers/x`), response: responseOf(sample('', {})) };
    expect((await contractMatchers.toKeepContract(pair)).pass).toBe(true);
  });

  it.each([
    [42, {}, /expected a Response, or \{ request, response \}/],
    [new Response('{}'), {}, /which operation answered this response\? Pass \{ operation \}/],
    [new Response('{}'), { operation: 'nonsense' }, /there is no operation "nonsense"/],
  ])('says what it needs when it gets %o', async (received, options, message) => {
    // The third row is what a caller without types may pass.
    const result = await contractMatchers.toKeepContract(
      received,
      options as Parameters<typeof contractMatchers.toKeepContract>[1],
    );
    expect(result.pass).toBe(false);
    expect(result.message()).toMatch(message);
  });

  it('leaves the body for the test to read', async () => {
    const response = responseOf(sample('', {}));
    await contractMatchers.toKeepContract(response, { operation: 'retrieveCustomer' });
    expect(await response.json()).toEqual(fixtures.CustomerFull);
  });
});
