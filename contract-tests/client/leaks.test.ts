/** Nothing is left behind by a call, however it ends: no connection in use, no timer, no listener, no stray rejection. */
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Clock, systemClock } from '../../src/client/deadline.ts';
import type { ClientOptions } from '../../src/index.ts';
import { deadAddress, type Step } from './server.ts';
import { answer, CHUNKED, chunk, drip, endless, reset, respond, silence } from './steps.ts';
import { clientOn, post, read, samples, serverWith } from './subject.ts';

const PART = { headers: { 'content-length': '100' }, body: '{"id":"c-1"' };

interface Ending {
  readonly title: string;
  readonly step: Step;
  readonly options?: Partial<ClientOptions>;
  /** Gives up after this time. */
  readonly abortAfterMs?: number;
}

const endings: readonly Ending[] = [
  { title: 'a success', step: answer(200, { id: 'c-1' }) },
  { title: 'a refusal', step: answer(400, { code: 'no' }) },
  { title: 'a failing server', step: answer(503) },
  { title: 'a reset', step: reset },
  { title: 'a reset in the body', step: respond({ ...PART, ending: 'reset' }) },
  { title: 'an end in the body', step: respond({ ...PART, ending: 'end' }) },
  { title: 'a body that is too large', step: endless(CHUNKED, chunk(' '.repeat(10_000))) },
  {
    title: 'an answer of another media type',
    step: respond({ headers: { 'content-type': 'text/html' }, body: '<p>' }),
  },
  { title: 'a time-out before the head', step: silence, options: { timeoutMs: 20 } },
  {
    title: 'a time-out in the body',
    step: respond({ ...PART, ending: 'stall' }),
    options: { timeoutMs: 20 },
  },
  { title: 'a deadline', step: drip(5, 1_000, PART), options: { deadlineMs: 30 } },
  { title: 'an abort before the head', step: silence, abortAfterMs: 10 },
  { title: 'an abort in the body', step: respond({ ...PART, ending: 'stall' }), abortAfterMs: 10 },
  { title: 'an abort while waiting', step: answer(429, undefined, { 'retry-after': '1' }), abortAfterMs: 10 },
];

interface CountingClock extends Clock {
  readonly pending: number;
}

/** The system's clock, which knows how many of its timers are set. */
function countingClock(): CountingClock {
  const set = new Set<() => void>();
  return {
    now: systemClock.now,
    after(ms, callback) {
      const cancel = systemClock.after(ms, () => {
        set.delete(cancel);
        callback();
      });
      set.add(cancel);
      return () => {
        set.delete(cancel);
        cancel();
      };
    },
    get pending() {
      return set.size;
    },
  };
}

/** What was rejected without anybody listening, and what the platform warned of, from now to the end of the test. */
function complaints(): string[] {
  const heard: string[] = [];
  const rejected = (reason: unknown): void => void heard.push(`unhandled: ${String(reason)}`);
  const warned = (warning: Error): void => void heard.push(`${warning.name}: ${warning.message}`);
  process.on('unhandledRejection', rejected);
  process.on('warning', warned);
  onTestFinished(() => {
    process.off('unhandledRejection', rejected);
    process.off('warning', warned);
  });
  return heard;
}

function timersOfTheProcess(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
}

describe.each(samples)('$title', (sample) => {
  it.each(endings)('that ends in $title leaves nothing behind', async ({ step, options, abortAfterMs }) => {
    const heard = complaints();
    const clock = countingClock();
    const controller = new AbortController();
    const server = await serverWith(step);
    const plexo = clientOn(server.url, { maxBodyBytes: 100_000, maxRetries: 1, ...options }, { clock });
    if (abortAfterMs !== undefined) setTimeout(() => controller.abort(), abortAfterMs);
    await sample.perform(plexo, { signal: controller.signal });
    expect(clock.pending).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await server.settled();
    await setImmediate();
    expect(heard).toEqual([]);
  });
});

describe('a client', () => {
  it('keeps no more than one idle connection after calls one after the other, and no timer', async () => {
    const server = await serverWith(read.success);
    const plexo = clientOn(server.url, { timeoutMs: 600_000, deadlineMs: 600_000 });
    await plexo.customers.retrieve('c-1');
    await setImmediate();
    const before = timersOfTheProcess();
    for (let call = 0; call < 20; call += 1) {
      await plexo.customers.retrieve('c-1');
      await setImmediate();
    }
    await server.settled();
    expect(server.open).toBe(1);
    // A timer of the test runner may come and go; one of a call would stay for ten minutes.
    for (let turn = 0; turn < 100 && timersOfTheProcess() > before; turn += 1) await setImmediate();
    expect(timersOfTheProcess()).toBeLessThanOrEqual(before);
  });

  it('whose server is away leaves nothing behind either', async () => {
    const heard = complaints();
    const clock = countingClock();
    const controller = new AbortController();
    const plexo = clientOn(await deadAddress(), {}, { clock });
    await post.perform(plexo, { signal: controller.signal });
    await setImmediate();
    expect([clock.pending, getEventListeners(controller.signal, 'abort'), heard]).toEqual([0, [], []]);
  });

  it('whose fetch pays no heed to the signal, and fails long after the call, causes no stray rejection', async () => {
    const heard = complaints();
    const late: ((reason: Error) => void)[] = [];
    const plexo = clientOn('http://127.0.0.1:9', {
      timeoutMs: 10,
      maxRetries: 0,
      fetch: () => new Promise((_, reject) => late.push(reject)),
    });
    expect(await read.perform(plexo)).toMatchObject({ ok: false, error: { name: 'TimeoutError' } });
    for (const reject of late) reject(new Error('too late'));
    await setImmediate();
    expect(late).toHaveLength(1);
    expect(heard).toEqual([]);
  });
});

describe('one signal', () => {
  it('still ends the calls that are under way when another call on it is over', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const server = await serverWith(silence);
    const plexo = clientOn(server.url);
    const pending = [read, post].map((sample) => sample.perform(plexo, { signal }));
    await read.perform(plexo, { signal, timeoutMs: 20, maxRetries: 0 });
    controller.abort();
    const names = (await Promise.all(pending)).map((result) => (result.ok ? 'none' : result.error.name));
    expect(names).toEqual(['AbortError', 'AbortError']);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each(['one after the other', 'at once'])(
    'serves 1,000 calls %s without a warning and without a listener left',
    async (way) => {
      const heard = complaints();
      const { signal } = new AbortController();
      const plexo = clientOn('http://127.0.0.1:9', { fetch: async () => Response.json({ id: 'c-1' }) });
      const calls = Array.from({ length: 1_000 }, () => () => read.perform(plexo, { signal }));
      if (way === 'at once') await Promise.all(calls.map((call) => call()));
      else for (const call of calls) await call();
      await setImmediate();
      expect(getEventListeners(signal, 'abort')).toEqual([]);
      expect(heard).toEqual([]);
    },
  );

  it('ends 50 calls over real connections at once, and none of them lives on', async () => {
    const heard = complaints();
    const controller = new AbortController();
    const server = await serverWith(silence);
    const plexo = clientOn(server.url);
    const calls = Array.from({ length: 50 }, () => post.perform(plexo, { signal: controller.signal }));
    while (server.requests.length < calls.length) await setImmediate();
    controller.abort();
    for (const result of await Promise.all(calls)) {
      expect(result).toMatchObject({ ok: false, error: { name: 'AbortError', outcome: 'unknown' } });
    }
    await server.settled();
    expect(server.requests).toHaveLength(calls.length);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(heard).toEqual([]);
  });
});
