/** No secret and no personal datum stands in anything that a client prints, whatever the server does with what was sent. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { ClientEvents, ClientOptions, PlexoClient, Result } from '../../src/index.ts';
import { contractValidation } from '../../src/validation.ts';
import { CORES, calls, expectClean, type Secrets, secrets } from './canaries.ts';
import { printedForms } from './printed.ts';
import { type ReceivedRequest, startServer } from './server.ts';
import { answerTo, type RawResponse } from './steps.ts';
import { clientOn, serverWith } from './subject.ts';

/** What a request said, word for word, as a careless server or proxy repeats it. */
function quoted({ method, path, headers, body }: ReceivedRequest): string {
  const credentials = headers.get('authorization') ?? '';
  const decoded = Buffer.from(credentials.slice('Basic '.length), 'base64').toString();
  return `${method} ${path} ${decodeURIComponent(path)} ${credentials} ${decoded} ${body}`;
}

/** The same, as far as it can stand in a header. */
function quotedInHeader(request: ReceivedRequest): string {
  const all = quoted(request);
  const { method, path, headers } = request;
  return /^[\x20-\x7e]*$/.test(all) ? all : `${method} ${path} ${headers.get('authorization')}`;
}

function emailIn({ body }: ReceivedRequest): string {
  return body === '' ? 'none' : String(JSON.parse(body).email);
}

function errorWith(status: number): (request: ReceivedRequest) => RawResponse {
  return (request) => {
    const text = quoted(request);
    const word = quotedInHeader(request);
    return {
      status,
      headers: {
        'x-correlation-id': word,
        'retry-after': word,
        'content-type': `application/json; x=${word}`,
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
    headers: { 'content-type': quotedInHeader(request) },
    body: '{}',
  }),
  'cut JSON': (request) => ({ body: `{"quoted":${JSON.stringify(quoted(request))}` }),
  'another shape': (request) => ({
    body: JSON.stringify({
      id: { quoted: quoted(request) },
      referenceId: [quoted(request)],
      metadata: { [emailIn(request)]: 7 },
    }),
  }),
  'a broken body': (request) => ({
    headers: { 'content-length': '100000' },
    body: quoted(request),
    ending: 'end',
  }),
  silence: (request) => ({ headers: { 'content-length': '100000' }, body: quoted(request), ending: 'stall' }),
  echo: (request) => ({
    headers: {
      'x-correlation-id': quotedInHeader(request),
      'content-type': `application/json; x=${quotedInHeader(request)}`,
    },
    body: JSON.stringify({ ...fixtures.CustomerFull, quoted: quoted(request) }),
  }),
};

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
      { numRuns: 2 },
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
      { numRuns: 6 },
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
      { numRuns: 6 },
    );
  });
});

describe('redaction', () => {
  it('goes by what was sent, though the body says it in its own way and is wiped right after the call', async () => {
    const server = await serverWith(
      answerTo((request) => ({ status: 400, body: JSON.stringify({ message: request.body }) })),
    );
    const events: unknown[] = [];
    const on = { request: (event: unknown) => void events.push(event) };
    const person = { firstName: CORES.firstName, birthdate: new Date(0), toJSON: () => ({ ...said }) };
    const said = { referenceId: 'r-1', phone: CORES.phone, lastName: CORES.lastName };
    // A Date and a toJSON are what JavaScript callers send; JSON has neither.
    const pending = clientOn(server.url, { on }).result.customers.create(person as never);
    said.lastName = '';
    person.firstName = '';
    const result = await pending;
    expect(result.ok ? undefined : Reflect.get(result.error, 'apiMessage')).toBe(
      '{"referenceId":"r-1","phone":"[redacted]","lastName":"[redacted]"}',
    );
    expect(events).toMatchObject([
      { body: { referenceId: 'r-1', phone: '[redacted]', lastName: '[redacted]' } },
    ]);
  });

  it('finds a value that was trimmed before it was quoted', async () => {
    const server = await serverWith(
      answerTo((request) => ({
        status: 400,
        body: JSON.stringify({ message: `no ${JSON.parse(request.body).firstName.trim()} here` }),
      })),
    );
    const result = await clientOn(server.url).result.customers.create({ firstName: ` ${CORES.firstName}\n` });
    expect(result).toMatchObject({ ok: false, error: { apiMessage: 'no [redacted] here' } });
  });

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
