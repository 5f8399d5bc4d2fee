/** Malformed requests over real sockets: whatever arrives, the sandbox answers, never with a 5xx, and holds on to nothing. */
import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox.ts';
import { CLIENTS, ONE } from './judged.ts';
import { type Listening, listen } from './listen.ts';

/** npm run test:sandbox sends ten thousand. */
const MALFORMED = Number(process.env['PLEXO_MALFORMED'] ?? 400);
const LONG = process.env['PLEXO_MALFORMED'] !== undefined;
const MEBIBYTE = 1024 * 1024;

const sandbox = createSandbox({ clients: CLIENTS });
let server: Listening;

beforeAll(async () => {
  server = await listen((request) => sandbox.fetch(request));
});
afterAll(() => server.stop());

/** Sends bytes on a connection of their own and returns what came until it was closed. */
async function exchanged(parts: readonly (string | Uint8Array)[], pauseMs = 0): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1');
  });
  // A server that hangs up on nonsense resets the connection; what it said before counts.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect').catch(() => {});
  for (const part of parts) {
    if (socket.destroyed) break;
    if (!socket.write(part))
      await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  socket.end();
  await closed;
  return received;
}

const statuses = (received: string): readonly number[] =>
  [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));

async function answersStill(): Promise<void> {
  const response = await fetch(`${server.url}/v1/customers`, { headers: { authorization: ONE } });
  expect(response.status).toBe(200);
  await response.arrayBuffer();
}

const bytes = (maxLength: number) =>
  fc.uint8Array({ maxLength }).map((raw) => Buffer.from(raw).toString('latin1'));
const printable = fc.string({ maxLength: 40 });
const PATHS = [
  '/v1/customers',
  '/v1/customers/x',
  '/v1/payments',
  '/v1/sessions',
  '/sandbox/sessions/x',
  '*',
  '//',
  '/%ff',
  '/v1/customers/%',
];
const path = fc.oneof(
  fc.constantFrom(...PATHS),
  bytes(20).map((raw) => `/v1/customers/${raw}`),
  printable.map((raw) => `/${raw}`),
);
const method = fc.constantFrom(
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'get',
  'BREW',
);
const header = fc.oneof(
  fc.constantFrom(
    `Authorization: ${ONE}`,
    'Authorization: Basic !!!',
    'Authorization: Basic',
    'Authorization: Bearer x',
    'Content-Type: application/json',
    'Content-Type: ;;;',
    'Content-Type: application/json; charset=utf-16',
    'Content-Length: -1',
    'Content-Length: 99999999999999999999',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip',
    'Expect: 100-continue',
    'Prefer: fault=;;,',
    'Host: ',
    'Host: a b',
    'Host: [::1',
    'Upgrade: websocket',
  ),
  fc.tuple(printable, bytes(30)).map(([name, value]) => `${name}: ${value}`),
);
const json = fc.json({ maxDepth: 4 });
const nested = fc.nat({ max: 20_000 }).map((depth) => `${'['.repeat(depth)}`);
const body = fc.oneof(
  bytes(200),
  json,
  nested,
  fc.constantFrom('', '{"__proto__":{"a":1},"referenceId":"p"}', '\ufeff{}', '{"email":1e999}'),
);

const request = fc
  .record({
    method,
    path,
    headers: fc.array(header, { maxLength: 5 }),
    body,
    sized: fc.boolean(),
    whole: fc.boolean(),
  })
  .map(({ method, path, headers, body, sized, whole }) => {
    const raw = Buffer.from(body, 'utf8');
    const own = whole
      ? ['Host: sandbox.test', `Authorization: ${ONE}`, 'Content-Type: application/json']
      : [];
    const length = sized ? [`Content-Length: ${raw.length}`] : [];
    const head = `${method} ${path} HTTP/1.1\r\n${[...own, ...headers, ...length].join('\r\n')}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head, 'latin1'), raw]);
  });

describe('the sandbox on a socket', () => {
  it(`answers ${MALFORMED} malformed requests without a 5xx, and goes on answering`, async () => {
    const samples = fc.sample(request, { numRuns: MALFORMED, ...(LONG ? {} : { seed: 7 }) });
    const before = process.memoryUsage().rss;
    let answered = 0;
    for (let from = 0; from < samples.length; from += 20) {
      const some = samples.slice(from, from + 20);
      const received = await Promise.all(some.map((raw) => exchanged([raw])));
      for (const [index, text] of received.entries()) {
        const worst = Math.max(0, ...statuses(text));
        expect(worst, `${some[index]?.toString('latin1')}\n${text}`).toBeLessThan(500);
        expect(text).not.toMatch(/\bat .+\.[jt]s:\d+/);
        if (worst > 0) answered += 1;
      }
    }
    expect(answered).toBeGreaterThan(MALFORMED * 0.8);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * MEBIBYTE);
    await answersStill();
  });

  it('answers bytes that are no HTTP with a 400', async () => {
    expect(statuses(await exchanged([Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])]))).toEqual([400]);
    await answersStill();
  });

  it('refuses a body of 50 MB with 413, whether its length is given or not, and holds none of it', async () => {
    const part = Buffer.alloc(MEBIBYTE, 32);
    const head = `POST /v1/customers HTTP/1.1\r\nHost: a\r\nAuthorization: ${ONE}\r\nContent-Type: application/json\r\n`;
    const before = process.memoryUsage().rss;
    const given = await exchanged([
      `${head}Content-Length: ${50 * MEBIBYTE}\r\n\r\n`,
      ...Array(50).fill(part),
    ]);
    expect(statuses(given)[0]).toBe(413);
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), part, Buffer.from('\r\n')]);
    const chunked = await exchanged([
      `${head}Transfer-Encoding: chunked\r\n\r\n`,
      ...Array(50).fill(chunk),
      '0\r\n\r\n',
    ]);
    expect(statuses(chunked)[0]).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEBIBYTE);
    await answersStill();
  });

  it('waits for slow senders without keeping others waiting', async () => {
    const text = '{"referenceId":"slow"}';
    const head = `POST /v1/customers HTTP/1.1\r\nHost: a\r\nAuthorization: ${ONE}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${text.length}\r\n\r\n`;
    const slow = Array.from({ length: 20 }, (_, index) =>
      exchanged([...(head.replace('Host: a', `Host: a${index}`).match(/.{1,40}/gs) ?? []), ...text], 2),
    );
    await answersStill();
    const outcomes = (await Promise.all(slow)).map((received) => statuses(received)[0]);
    expect(outcomes.filter((status) => status === 201)).toHaveLength(1);
    expect(outcomes.filter((status) => status === 400)).toHaveLength(19);
  });

  it('answers pipelined requests in their order', async () => {
    const get = (id: string, more = ''): string =>
      `GET ${id} HTTP/1.1\r\nHost: a\r\nAuthorization: ${ONE}\r\n${more}\r\n`;
    const received = await exchanged([
      get('/v1/customers') +
        get('/v1/customers/none') +
        get('/nowhere') +
        get('/v1/customers', 'Connection: close\r\n'),
    ]);
    expect(statuses(received)).toEqual([200, 404, 404, 200]);
  });
});
