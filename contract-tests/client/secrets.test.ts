/** No secret and no personal datum stands in anything that a client prints, whatever the server does with what was sent. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { ClientEvents, ClientOptions, PlexoClient, RequestOptions, Result } from '../../src/index.ts';
import { contractValidation } from '../../src/validation.ts';
import { printedForms } from './printed.ts';
import { type ReceivedRequest, startServer } from './server.ts';
import { answerTo, type RawResponse } from './steps.ts';
import { clientOn, serverWith } from './subject.ts';

/** What every value contains that must never be printed, whatever surrounds it. */
const CORES = {
  apiKey: 'cnryKey7f3a',
  email: 'cnryMail81b2',
  phone: 'cnryPhone5d0',
  firstName: 'cnryFirst2c9',
  lastName: 'cnryLast44e1',
  token: 'cnryToken6a8',
  metadata: 'cnryMeta9b07',
  document: 'cnryDoc13f5',
  unknown: 'cnryUnknown0e',
  nested: 'cnryNested72d',
} as const;
const NUMBER = 48151623421;

type Secrets = Readonly<Record<keyof typeof CORES, string>>;

const around = fc.string({ unit: 'grapheme', maxLength: 4 });
const secrets: fc.Arbitrary<Secrets> = fc
  .tuple(around, around, fc.string({ maxLength: 4 }))
  .map(([before, after, ascii]) => ({
    apiKey: `${ascii}${CORES.apiKey}${ascii}`,
    email: `${CORES.email}@example.com`,
    phone: `+598 ${CORES.phone}`,
    firstName: `${before}${CORES.firstName}${after}`,
    lastName: `O'${CORES.lastName} "${after}"`,
    token: `${before}${CORES.token}/${after}`,
    metadata: `${after}${CORES.metadata}${before}`,
    document: `${CORES.document}${ascii}`,
    unknown: `${before}\n${CORES.unknown}`,
    nested: `\\${CORES.nested}${after}`,
  }));

/** What a request said, word for word, as a careless server or proxy repeats it. */
function quoted({ method, path, headers, body }: ReceivedRequest): string {
  const credentials = headers.get('authorization') ?? '';
  const decoded = Buffer.from(credentials.slice('Basic '.length), 'base64').toString();
  return `${method} ${path} ${decodeURIComponent(path)} ${credentials} ${decoded} ${body}`;
}

function errorWith(status: number): (request: ReceivedRequest) => RawResponse {
  return (request) => {
    const text = quoted(request);
    const ascii = text.replace(/[^\x20-\x7e]/g, '?');
    return {
      status,
      headers: {
        'x-correlation-id': ascii,
        'retry-after': ascii,
        'content-type': `application/json; x="${ascii}"`,
      },
      body: JSON.stringify({ code: text, message: text, type: text, status }),
    };
  };
}

const misbehaviours: Readonly<Record<string, (request: ReceivedRequest) => RawResponse>> = {
  ...Object.fromEntries(
    [307, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503].map((status) => [
      `error ${status}`,
      errorWith(status),
    ]),
  ),
  'an HTML error': (request) => ({
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: `<p>${quoted(request)}`,
  }),
  'a text': (request) => ({ headers: { 'content-type': 'text/plain' }, body: quoted(request) }),
  'an odd media type': (request) => ({
    headers: { 'content-type': encodeURI(request.body) || 'a/b' },
    body: '{}',
  }),
  'cut JSON': (request) => ({ body: `{"quoted":${JSON.stringify(quoted(request))}` }),
  'another shape': (request) => ({
    body: JSON.stringify({ id: { quoted: quoted(request) }, referenceId: [quoted(request)] }),
  }),
  'a broken body': (request) => ({
    headers: { 'content-length': '100000' },
    body: quoted(request),
    ending: 'end',
  }),
  silence: (request) => ({ headers: { 'content-length': '100000' }, body: quoted(request), ending: 'stall' }),
  echo: (request) => ({
    headers: { 'x-correlation-id': encodeURI(quoted(request)) },
    body: JSON.stringify({ ...fixtures.CustomerFull, quoted: quoted(request) }),
  }),
};

/** Every way in which secrets are sent. */
function calls(
  said: Secrets,
): readonly ((plexo: PlexoClient, options: RequestOptions) => Promise<Result<unknown>>)[] {
  const { email, phone, firstName, lastName, token, metadata } = said;
  const person = {
    ...{ referenceId: 'r-1', email, phone, firstName, lastName, metadata: { note: metadata } },
    ...{
      document: { type: 0, value: said.document },
      unknown: said.unknown,
      more: [{ nested: said.nested, number: NUMBER }],
    },
  };
  const paymentMethod = { ...fixtures.PaymentCreateGuide.paymentMethod, paymentInstrument: { token } };
  return [
    (plexo, options) => plexo.result.customers.create(person, options),
    (plexo, options) => plexo.result.customers.update('c-1', person, options),
    (plexo, options) => plexo.result.paymentInstruments.delete('c-1', token, options),
    (plexo, options) =>
      plexo.result.payments.create({ ...fixtures.PaymentCreateGuide, paymentMethod }, options),
  ];
}

/** A client all of whose events are kept. */
function recorded(
  url: string,
  said: Secrets,
  options: Partial<ClientOptions> = {},
): [PlexoClient, unknown[]] {
  const events: unknown[] = [];
  const note = (event: unknown): void => void events.push(event);
  const on: ClientEvents = { request: note, response: note, retry: note, error: note, drift: note };
  return [clientOn(url, { apiKey: said.apiKey, on, maxRetries: 1, timeoutMs: 60, ...options }), events];
}

function expectClean(values: readonly unknown[], said: Secrets): void {
  const forbidden = [...Object.values(CORES), String(NUMBER), btoa(`client:${said.apiKey}`)];
  const text = values.flatMap(printedForms).join('\n');
  expect(text.length).toBeGreaterThan(0);
  const leaks = forbidden.flatMap((secret) => {
    const at = text.indexOf(secret);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 60)];
  });
  expect(leaks).toEqual([]);
}

/** All of a result that is not the value the caller asked for. */
function beside(result: Result<unknown>): unknown {
  return result.ok ? result.meta : result;
}

describe('nothing that is printed holds what was sent', () => {
  it.each(Object.keys(misbehaviours))('when the server answers with %s', async (name) => {
    const misbehave = misbehaviours[name];
    if (misbehave === undefined) return expect.fail('no such misbehaviour');
    const server = await serverWith(answerTo(misbehave));
    await fc.assert(
      fc.asyncProperty(secrets, fc.constantFrom('strict', 'report'), async (said, writes) => {
        const validation = contractValidation({ reads: writes, writes });
        const [plexo, events] = recorded(server.url, said, { validation });
        const results = await Promise.all(calls(said).map((call) => call(plexo, {})));
        expectClean([plexo, ...results.map(beside), ...events], said);
      }),
      { numRuns: name === 'silence' ? 2 : 5 },
    );
  });

  it('when a fetch fails with an error that quotes the request in each of its parts', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (said) => {
        const [plexo, events] = recorded('http://127.0.0.1:9', said, {
          fetch: async (input, init) => {
            const request = new Request(input, init);
            const body = await request.clone().text();
            const words = `${request.url} ${decodeURIComponent(request.url)} ${request.headers.get('authorization')} ${body}`;
            const inner = Object.assign(new Error(words), {
              code: words,
              name: words,
              request,
              headers: [...request.headers],
              body,
            });
            throw Object.assign(new TypeError(words, { cause: inner }), {
              config: { auth: said.apiKey, data: body },
            });
          },
        });
        const results = await Promise.all(calls(said).map((call) => call(plexo, {})));
        expectClean([...results, ...events], said);
      }),
      { numRuns: 10 },
    );
  });

  it('when the call is aborted, or cannot be sent', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (said) => {
        const [plexo, events] = recorded('http://127.0.0.1:9', said, { fetch: () => new Promise(() => {}) });
        const controller = new AbortController();
        const aborted = calls(said).map((call) => call(plexo, { signal: controller.signal }));
        controller.abort();
        const headers = { 'x-note': `${said.firstName}\u0000` };
        const refused = calls(said).map((call) => call(plexo, { headers }));
        const cycle: Record<string, unknown> = { email: said.email };
        cycle['self'] = cycle;
        const unsendable = [
          plexo.result.customers.create(cycle),
          plexo.result.customers.create({ email: said.email, amount: 1n } as never), // Not JSON, as JavaScript may send it.
          plexo.result.paymentInstruments.delete('..', said.token),
          plexo.result.paymentInstruments.delete('c-1', `${said.token}\n`),
        ];
        expectClean([...(await Promise.all([...aborted, ...refused, ...unsendable])), ...events], said);
      }),
      { numRuns: 10 },
    );
  });
});

describe('redaction', () => {
  it('comes before cutting, so that no part of a secret is left at the end of a long text', async () => {
    const apiKey = 'abcdefghijklmnopqrstuvwxyz';
    for (let kept = 1; kept < apiKey.length; kept += 5) {
      const long = (limit: number): string => `${'.'.repeat(limit - kept)}${apiKey}`;
      const server = await serverWith(
        answerTo(() => ({
          status: 400,
          headers: { 'x-correlation-id': long(128) },
          body: JSON.stringify({ code: long(100), type: long(100), message: long(1_000) }),
        })),
      );
      const result = await clientOn(server.url, { apiKey }).result.customers.list();
      const printed = [result, result.meta].flatMap(printedForms).join('\n');
      expect(printed).not.toMatch(/\.abcde|\.a\b/);
    }
  });

  it('of a long message without a gap takes no longer than reading it', async () => {
    const server = await startServer(
      answerTo(() => ({
        status: 400,
        body: JSON.stringify({ code: 'long', message: 'a'.repeat(100_000) }),
      })),
    );
    onTestFinished(() => server.stop());
    const result = await clientOn(server.url).result.customers.list();
    expect(result).toMatchObject({ ok: false, error: { name: 'BadRequestError', code: 'long' } });
    expect(result.meta.elapsedMs).toBeLessThan(1_000);
  });
});
