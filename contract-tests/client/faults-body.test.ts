/** Successes whose bodies are not what they say: read whole, or refused, and never taken for another call's answer. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { CHUNKED, chunk, endless, LAST_CHUNK, type RawResponse, respond } from './steps.ts';
import { clientOn, DEADLINE_MS, post, read, remove, samples, serverWith } from './subject.ts';

const CUSTOMER = JSON.stringify(fixtures.CustomerFull);
const MIB = 1024 * 1024;

describe('a body that is fine', () => {
  it.each<[string, RawResponse]>([
    ['in one piece', { body: CUSTOMER }],
    ['compressed by gzip', { headers: { 'content-encoding': 'gzip' }, body: gzipSync(CUSTOMER) }],
    ['compressed by deflate', { headers: { 'content-encoding': 'deflate' }, body: deflateSync(CUSTOMER) }],
    ['compressed by brotli', { headers: { 'content-encoding': 'br' }, body: brotliCompressSync(CUSTOMER) }],
    ['in chunks of a byte', { headers: CHUNKED, body: inChunks(CUSTOMER, 1) }],
    [
      'compressed and in chunks',
      { headers: { ...CHUNKED, 'content-encoding': 'gzip' }, body: inChunks(gzipSync(CUSTOMER), 7) },
    ],
    [
      'without a length, up to the end of the connection',
      { headers: { connection: 'close', 'transfer-encoding': 'identity' }, body: CUSTOMER, ending: 'end' },
    ],
    [
      'of a media type with parameters',
      { headers: { 'content-type': 'Application/JSON; charset=utf-8' }, body: CUSTOMER },
    ],
    ['surrounded by white space', { body: `\r\n\t ${CUSTOMER} \n` }],
  ])('and comes %s is read whole', async (_, response) => {
    const server = await serverWith(respond(response));
    expect(await clientOn(server.url).customers.retrieve('c-1')).toEqual(fixtures.CustomerFull);
  });

  it('names a property twice: the last one counts, as everywhere in JavaScript', async () => {
    const server = await serverWith(respond({ body: '{"id":"first","id":"last"}' }));
    expect(await clientOn(server.url).customers.retrieve('c-1')).toEqual({ id: 'last' });
  });

  it('names a property like a part of every object: it is data, and changes no other object', async () => {
    const server = await serverWith(respond({ body: '{"id":"c-1","__proto__":{"polluted":true}}' }));
    const customer = await clientOn(server.url).customers.retrieve('c-1');
    expect(Object.keys(customer)).toEqual(['id', '__proto__']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(customer, 'polluted')).toBeUndefined();
  });
});

describe.each([read, post])('$title', (sample) => {
  it.each<[string, string, RawResponse]>([
    ['JSON that is cut off', 'json-well-formed', { body: CUSTOMER.slice(0, -10) }],
    [
      'more bytes than were announced',
      'json-well-formed',
      { headers: { 'content-length': '20' }, body: CUSTOMER },
    ],
    ['two values', 'json-well-formed', { body: `${CUSTOMER}${CUSTOMER}` }],
    ['a byte order mark', 'json-well-formed', { body: `\ufeff${CUSTOMER}` }],
    ['bytes that are no UTF-8', 'json-well-formed', { body: Buffer.from('{"id":"\xe9"}', 'latin1') }],
    ['UTF-16', 'json-well-formed', { body: Buffer.from(CUSTOMER, 'utf16le') }],
    ['nothing', 'body-presence', { body: '' }],
    ['nothing, with the status of a delete', 'body-presence', { status: 204 }],
    ['HTML', 'media-type', { headers: { 'content-type': 'text/html' }, body: '<h1>Welcome</h1>' }],
    ['no media type', 'media-type', { headers: { 'content-type': '' }, body: CUSTOMER }],
    [
      'JSON that calls itself text',
      'media-type',
      { headers: { 'content-type': 'text/plain' }, body: CUSTOMER },
    ],
  ])('answered with %s was accepted, is said to break %s, and is not repeated', async (_, rule, response) => {
    const server = await serverWith(respond(response), sample.success);
    const result = await sample.perform(clientOn(server.url));
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'ResponseValidationError', kind: 'response', outcome: 'accepted', attempts: 1 },
    });
    expect(result.ok ? [] : Reflect.get(result.error, 'findings')).toMatchObject([{ rule }]);
    expect(server.requests).toHaveLength(1);
  });

  it('answered with what is not compressed as it says is lost after it was accepted', async () => {
    const server = await serverWith(respond({ headers: { 'content-encoding': 'gzip' }, body: CUSTOMER }));
    expect(await sample.perform(clientOn(server.url))).toMatchObject({
      ok: false,
      error: { name: 'ConnectionError', outcome: 'accepted', attempts: sample.repeatable ? 3 : 1 },
    });
  });
});

describe('a surplus of bytes', () => {
  const smuggled =
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 16\r\n\r\n{"id":"smuggled"}';

  it.each<[string, RawResponse]>([
    ['after a delete that has no body', { status: 204, body: '{"deleted":true}' }],
    ['that looks like another response, after a delete', { status: 204, body: smuggled }],
    [
      'that looks like another response, after its own',
      { headers: { 'content-length': '2' }, body: `{}${smuggled}` },
    ],
  ])('%s is never the answer to the next call', async (_, response) => {
    const server = await serverWith(respond(response), read.success);
    const plexo = clientOn(server.url);
    await remove.perform(plexo).then((result) => expect(result).toMatchObject({ ok: true, data: undefined }));
    expect(await plexo.customers.retrieve('c-1')).toEqual(read.value);
  });
});

describe.each(samples)('$title', (sample) => {
  const blank = ' '.repeat(64 * 1024);

  it.each([
    ['announced', endless({ 'content-type': 'application/json', 'content-length': String(64 * MIB) }, blank)],
    ['without an announcement', endless({ 'content-type': 'application/json', ...CHUNKED }, chunk(blank))],
    [
      'hidden in a small archive',
      respond({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(24 * MIB, 0x20)) }),
    ],
  ])(
    'answered with more than maxBodyBytes, %s, is refused without being read to its end',
    async (_, step) => {
      const server = await serverWith(step);
      const result = await sample.perform(clientOn(server.url));
      expect(result).toMatchObject({
        ok: false,
        error: {
          name: 'ResponseValidationError',
          outcome: 'accepted',
          attempts: 1,
          findings: [{ rule: 'body-size', expected: `at most ${10 * MIB} bytes`, got: 'more' }],
        },
      });
      expect(result.meta.elapsedMs).toBeLessThan(DEADLINE_MS);
      await server.settled();
    },
  );

  it('answered with an error of more than maxBodyBytes keeps its status', async () => {
    const server = await serverWith(respond({ status: 400, body: blank }));
    const result = await sample.perform(clientOn(server.url, { maxBodyBytes: 1_000 }));
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'BadRequestError', outcome: 'rejected', attempts: 1 },
    });
  });
});

function inChunks(content: string | Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(content);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(chunk(bytes.subarray(at, at + size)));
  return Buffer.concat([...chunks, Buffer.from(LAST_CHUNK)]);
}
