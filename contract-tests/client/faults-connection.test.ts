/** Connections that fail: what is repeated, what is told, and what a caller may conclude. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { Outcome } from '../../src/index.ts';
import { deadAddress, type Step } from './server.ts';
import { answer, closeAfter, reset, respond } from './steps.ts';
import { clientOn, DEADLINE_MS, post, put, read, remove, samples, serverWith } from './subject.ts';

const PART = '{"id":"c-1","ref';
const ANNOUNCED = { 'content-length': '100', 'content-type': 'application/json' };

interface Fault {
  readonly title: string;
  readonly step: Step;
  readonly outcome: Outcome;
}

/** Each loses the answer after the request was read. */
const faults: readonly Fault[] = [
  { title: 'reset before an answer', step: reset, outcome: 'unknown' },
  { title: 'closed before an answer', step: closeAfter(''), outcome: 'unknown' },
  { title: 'answered in another protocol', step: closeAfter('SSH-2.0-OpenSSH_9.6\r\n'), outcome: 'unknown' },
  {
    title: 'closed in the middle of the head',
    step: closeAfter('HTTP/1.1 200 OK\r\ncontent-'),
    outcome: 'unknown',
  },
  {
    title: 'reset after the head of a success',
    step: respond({ headers: ANNOUNCED, ending: 'reset' }),
    outcome: 'accepted',
  },
  {
    title: 'reset in the middle of the body of a success',
    step: respond({ headers: ANNOUNCED, body: PART, ending: 'reset' }),
    outcome: 'accepted',
  },
  {
    title: 'closed before the announced end of a success',
    step: respond({ headers: ANNOUNCED, body: PART, ending: 'end' }),
    outcome: 'accepted',
  },
  {
    title: 'closed before the last chunk of a success',
    step: respond({ headers: { 'transfer-encoding': 'chunked' }, body: `10\r\n${PART}\r\n`, ending: 'end' }),
    outcome: 'accepted',
  },
];

describe.each(samples)('$title', (sample) => {
  it('whose connection is refused was not sent, so that it is repeated whatever its method', async () => {
    const result = await sample.perform(clientOn(await deadAddress()));
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'ConnectionError', kind: 'connection', outcome: 'not_sent', attempts: 3 },
      meta: { attempts: 3, status: undefined, response: undefined },
    });
    expect(result.ok ? '' : result.error.message).toContain('ECONNREFUSED');
  });

  it.each(faults)('that is $title fails with what is known of it', async ({ step, outcome }) => {
    const server = await serverWith(step);
    const result = await sample.perform(clientOn(server.url));
    const attempts = sample.repeatable ? 3 : 1;
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'ConnectionError', kind: 'connection', operation: sample.operation, outcome, attempts },
      meta: { attempts },
    });
    expect(server.requests.map(({ method }) => method)).toEqual(Array(attempts).fill(sample.method));
    expect(result.meta.elapsedMs).toBeLessThan(DEADLINE_MS);
  });

  it.each(faults)('that is $title is not repeated when retries are off', async ({ step }) => {
    const server = await serverWith(step, sample.success);
    const result = await sample.perform(clientOn(server.url), { maxRetries: 0 });
    expect(result.ok).toBe(false);
    expect(server.requests).toHaveLength(1);
  });
});

describe.each(samples.filter(({ repeatable }) => repeatable))('$title', (sample) => {
  it.each(faults)('that is $title once is repeated and succeeds', async ({ step }) => {
    const server = await serverWith(step, sample.success);
    const result = await sample.perform(clientOn(server.url));
    expect(result).toMatchObject({ ok: true, meta: { attempts: 2 } });
    expect(result.ok ? result.data : undefined).toEqual(sample.value);
  });
});

describe('a DELETE whose answer was lost', () => {
  it.each(faults)('because it was $title, and whose repetition finds nothing, is done', async ({ step }) => {
    const server = await serverWith(step, answer(404, fixtures.ErrorNotFound));
    expect(await remove.perform(clientOn(server.url))).toMatchObject({
      ok: true,
      data: undefined,
      meta: { attempts: 2, status: 404, deletedEarlier: true },
    });
  });

  it('resolves in the throwing view, too', async () => {
    const server = await serverWith(reset, answer(404, fixtures.ErrorNotFound));
    expect(await clientOn(server.url).customers.delete('c-1')).toBeUndefined();
  });

  it('but a DELETE that finds nothing at once, or a PUT that does so after a loss, is not found', async () => {
    const missing = answer(404, fixtures.ErrorNotFound);
    const atOnce = await remove.perform(clientOn((await serverWith(missing)).url));
    expect(atOnce).toMatchObject({ ok: false, error: { name: 'NotFoundError', outcome: 'rejected' } });
    const afterLoss = await put.perform(clientOn((await serverWith(reset, missing)).url));
    expect(afterLoss).toMatchObject({ ok: false, error: { name: 'NotFoundError', outcome: 'unknown' } });
  });
});

describe('a connection that was kept', () => {
  it('and that the server closed between two calls is replaced, and nobody notices', async () => {
    const server = await serverWith(read.success, post.success);
    const plexo = clientOn(server.url);
    await plexo.customers.retrieve('c-1');
    await server.hangUp();
    expect(await post.perform(plexo)).toMatchObject({ ok: true, meta: { attempts: 1 } });
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2]);
  });

  it('and is reset under the next POST leaves that POST unknown, because it may have been read', async () => {
    const server = await serverWith(read.success, reset, post.success);
    const plexo = clientOn(server.url);
    await plexo.customers.retrieve('c-1');
    await setImmediate(); // The platform takes a connection back one turn after its response.
    expect(await post.perform(plexo)).toMatchObject({
      ok: false,
      error: { outcome: 'unknown', attempts: 1 },
    });
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1]);
  });
});

describe('a POST whose connection stood', () => {
  it.each(['read', 'write'])(
    'is not repeated when the network fails in a %s, whatever the code',
    async (syscall) => {
      let sent = 0;
      const lost = Object.assign(new Error(`${syscall} EHOSTUNREACH`), { code: 'EHOSTUNREACH', syscall });
      const plexo = clientOn('http://127.0.0.1:9', {
        fetch: async () => {
          sent += 1;
          throw new TypeError('fetch failed', { cause: lost });
        },
      });
      expect(await post.perform(plexo)).toMatchObject({
        ok: false,
        error: { outcome: 'unknown', attempts: 1 },
      });
      expect(sent).toBe(1);
    },
  );
});
