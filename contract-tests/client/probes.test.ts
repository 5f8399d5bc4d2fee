/**
 * What widely used payment and HTTP clients were measured to do wrong, held against this one. Each title says first what
 * goes wrong elsewhere.
 */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { PlexoClient, Result } from '../../src/index.ts';
import { createRawClient } from '../../src/raw.ts';
import { contractValidation } from '../../src/validation.ts';
import type { TestServer } from './server.ts';
import { answer, reset, respond, silence } from './steps.ts';
import { CREDENTIALS, clientOn, post, read, remove, serverWith } from './subject.ts';

/** Each operation with an id in its path, called as JavaScript can call it. */
const addressed: readonly [string, (plexo: PlexoClient, id: never) => Promise<Result<unknown>>][] = [
  ['customers.retrieve', (plexo, id) => plexo.result.customers.retrieve(id)],
  ['customers.update', (plexo, id) => plexo.result.customers.update(id, fixtures.CustomerUpdateGuide)],
  ['customers.delete', (plexo, id) => plexo.result.customers.delete(id)],
  ['paymentInstruments.list', (plexo, id) => plexo.result.paymentInstruments.list(id)],
  [
    'paymentInstruments.delete of a customer',
    (plexo, id) => plexo.result.paymentInstruments.delete(id, 't-1'),
  ],
  ['paymentInstruments.delete of a token', (plexo, id) => plexo.result.paymentInstruments.delete('c-1', id)],
];

describe('an id', () => {
  it.each<[string, string, unknown]>([
    ['two dots leave the collection, which six of seven clients let happen', '..', '..'],
    ['a dot addresses the collection', '.', '.'],
    ['an empty id turns "delete this one" into "delete them all", in seven of seven clients', "''", ''],
    ['a missing id is sent as the word "undefined" or as the placeholder itself', 'undefined', undefined],
    ['null is sent as the word "null"', 'null', null],
    ['a number is sent as if it were an id', '7', 7],
    ['a list of one is joined into an id', "['..']", ['..']],
    ['an object that prints as two dots passes a check of its text', 'an object', { toString: () => '..' }],
    ['a line break ends the request line where the transport is careless', 'a line break', 'a\r\nHost: b'],
  ])('%s; here %s is refused and no connection is opened', async (_, __, id) => {
    const server = await serverWith(answer(200, []));
    for (const [name, call] of addressed) {
      // Not a string on purpose: JavaScript callers are not held to the types.
      const result = await call(clientOn(server.url), id as never);
      expect(result, name).toMatchObject({
        ok: false,
        error: { name: 'RequestError', kind: 'request', outcome: 'not_sent', attempts: 0 },
      });
    }
    expect(server.connections).toBe(0);
  });

  it.each([
    ['a slash', 'a/b', 'a%2Fb'],
    ['a backslash', 'a\\..\\b', 'a%5C..%5Cb'],
    ['dots that are encoded already', '%2e%2e', '%252e%252e'],
    ['a query', 'a?b=c', 'a%3Fb%3Dc'],
    ['a fragment', 'a#b', 'a%23b'],
    ['a parameter of a path', '..;a=b', '..%3Ba%3Db'],
    ['white space', ' a ', '%20a%20'],
    ['letters of other scripts', 'ñ€', '%C3%B1%E2%82%AC'],
  ])(
    'with %s slips into another address where it is pasted in; here it stays one segment',
    async (_, id, segment) => {
      const server = await serverWith(answer(204));
      await clientOn(server.url).customers.delete(id);
      await clientOn(server.url).paymentInstruments.delete(id, id);
      expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
        `DELETE /v1/customers/${segment}`,
        `DELETE /v1/customers/${segment}/payment-instruments/${segment}`,
      ]);
    },
  );
});

describe('an odd response', () => {
  const validation = contractValidation();

  it.each([
    [
      'HTML is handed over as data, or ends in a bare SyntaxError',
      respond({ headers: { 'content-type': 'text/html' }, body: '<h1>Hello</h1>' }),
      /expected application\/json, got text\/html/,
    ],
    [
      'JSON that is cut off ends in a bare SyntaxError that quotes the customer',
      respond({ body: '{"id":"c-1","email":"a@b' }),
      /expected well-formed JSON, got text that is not JSON/,
    ],
    [
      'JSON of another shape is handed over and fails far away',
      answer(200, { id: 7 }),
      /body\/id: expected must be string, got a number/,
    ],
  ])(
    '%s; here it is a typed error that says what is wrong, without a value of it',
    async (_, step, message) => {
      const server = await serverWith(step);
      const result = await read.perform(clientOn(server.url, { validation }));
      if (result.ok) return expect.fail('it was taken for a success');
      expect(result.error).toMatchObject({
        name: 'ResponseValidationError',
        status: 200,
        outcome: 'accepted',
      });
      expect(result.error.message).toMatch(message);
      expect(inspect(result.error, { depth: 12, showHidden: true })).not.toMatch(/a@b|Hello|SyntaxError/);
    },
  );

  it('to a write is thrown away when its shape has drifted, and the charge is made again; here it is handed over and reported', async () => {
    const drifted = { ...fixtures.PaymentApproved, status: 7 };
    const server = await serverWith(answer(201, drifted));
    const drift: unknown[] = [];
    const plexo = clientOn(server.url, { validation, on: { drift: (event) => void drift.push(event) } });
    expect(await plexo.payments.create(fixtures.PaymentCreateGuide)).toEqual(drifted);
    expect(drift).toMatchObject([{ operation: 'createPayment', findings: [{ at: 'body/status' }] }]);
  });

  it('of 500 without a body gives an empty error, which a check for truth takes for a success; here it is a ServerError', async () => {
    const server = await serverWith(respond({ status: 500 }));
    const plexo = clientOn(server.url, { maxRetries: 0 });
    await expect(plexo.customers.retrieve('c-1')).rejects.toMatchObject({ name: 'ServerError', status: 500 });
    expect((await read.perform(plexo)).ok).toBe(false);
  });
});

describe('a body that stalls', () => {
  it('hangs for ever in seven of fourteen clients, whose time-out ends with the head; here it ends in time', async () => {
    const server = await serverWith(
      respond({ headers: { 'content-length': '9' }, body: '{"id"', ending: 'stall' }),
    );
    const result = await read.perform(clientOn(server.url), { timeoutMs: 150, maxRetries: 0 });
    expect(result).toMatchObject({ ok: false, error: { name: 'TimeoutError', phase: 'body', limitMs: 150 } });
    expect(result.meta.elapsedMs).toBeLessThan(1_000);
  });
});

describe('a POST under failure', () => {
  it.each([
    ['503', answer(503)],
    ['429 with a time to return', answer(429, undefined, { 'retry-after': '0' })],
    ['408', answer(408)],
    ['a reset', reset],
    ['silence', silence],
  ])(
    'by %s is sent up to three times, which may charge three times; here it is sent once',
    async (_, step) => {
      const server = await serverWith(step);
      // Only silence has to be waited out; an answer may take a busy machine longer.
      const limits = { timeoutMs: step === silence ? 200 : 5_000 };
      await post.perform(clientOn(server.url), limits);
      await clientOn(server.url).result.customers.create(fixtures.CustomerCreateGuide, limits);
      await clientOn(server.url).result.sessions.create(fixtures.SessionCreateGuide, limits);
      await server.settled();
      expect(server.requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
        'POST /v1/customers',
        'POST /v1/payments',
        'POST /v1/sessions',
      ]);
    },
  );
});

describe('the secret', () => {
  const encoded = btoa(`${CREDENTIALS.clientId}:${CREDENTIALS.apiKey}`);

  function printed(value: unknown): string[] {
    const cloned = (): unknown => {
      try {
        return structuredClone(value);
      } catch (error) {
        return error;
      }
    };
    const deep = { depth: 12, showHidden: true };
    return [inspect(value, deep), JSON.stringify(value) ?? '', String(value), inspect(cloned(), deep)];
  }

  async function resultsOf(server: TestServer, events: unknown[]): Promise<readonly unknown[]> {
    const note = (event: unknown): void => void events.push(event);
    const on = { request: note, response: note, retry: note, error: note, drift: note };
    const plexo = clientOn(server.url, { on, maxRetries: 1 });
    return [
      plexo,
      plexo.result,
      createRawClient({ ...CREDENTIALS, baseUrl: server.url }),
      await read.perform(plexo),
      await remove.perform(plexo),
    ];
  }

  it.each([
    ['a success', read.success],
    [
      'an error that quotes it',
      answer(401, { code: CREDENTIALS.apiKey, message: `Basic ${encoded}`, type: encoded }),
    ],
    ['a failing server', answer(503)],
    ['a lost connection', reset],
  ])(
    'is printed with nine of twelve client objects and with two of their errors; here by nothing after %s',
    async (_, step) => {
      const events: unknown[] = [];
      const results = await resultsOf(await serverWith(step), events);
      expect(events.length).toBeGreaterThan(2);
      for (const form of [...results, ...events].flatMap(printed)) {
        expect(form).not.toContain(CREDENTIALS.apiKey);
        expect(form).not.toContain(encoded);
      }
    },
  );
});
