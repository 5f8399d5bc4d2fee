/** Servers that take too long, and callers who give up: which limit ended the call, in which phase, and when. */
import { getEventListeners } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ClientOptions, Outcome, PlexoClient, RequestOptions, Result } from '../../src/index.ts';
import { deadAddress, type Step } from './server.ts';
import { answer, drip, lateBody, respond, silence } from './steps.ts';
import { clientOn, post, read, type Sample, samples, serverWith } from './subject.ts';

const TIMEOUT_MS = 150;
/** What a busy machine may add to a limit. */
const SLACK_MS = 5_000;

const PART = { headers: { 'content-length': '100' }, body: '{"id":"c-1","ref', ending: 'stall' as const };

interface Stall {
  readonly title: string;
  readonly step: Step;
  readonly phase: 'headers' | 'body';
  readonly outcome: Outcome;
}

const stalls: readonly Stall[] = [
  { title: 'never answered', step: silence, phase: 'headers', outcome: 'unknown' },
  {
    title: 'answered one byte at a time',
    step: drip(20, 500, answerBytes()),
    phase: 'headers',
    outcome: 'unknown',
  },
  {
    title: 'answered with a head and no body',
    step: respond({ ...PART, body: '' }),
    phase: 'body',
    outcome: 'accepted',
  },
  { title: 'answered with half a body', step: respond(PART), phase: 'body', outcome: 'accepted' },
  {
    title: 'answered with a body that comes too late',
    step: lateBody(1_000, answerBytes()),
    phase: 'body',
    outcome: 'accepted',
  },
];

function answerBytes() {
  return { body: '{"id":"c-1"}', headers: { connection: 'close' } };
}

/** The first `fetch` of a process loads the platform's client, which takes longer than the limits here. */
beforeAll(async () => {
  await read.perform(clientOn(await deadAddress()));
});

/** A client whose own limits are far above the ones that are tested and the slack together. */
function patientOn(url: string, options: Partial<ClientOptions> = {}): PlexoClient {
  return clientOn(url, { timeoutMs: 60_000, deadlineMs: 60_000, ...options });
}

/** The result of a call, and how long it took. */
async function timed(
  sample: Sample,
  url: string,
  options: RequestOptions,
): Promise<[Result<unknown>, number]> {
  const started = performance.now();
  const result = await sample.perform(patientOn(url), options);
  return [result, performance.now() - started];
}

describe('the time of an attempt', () => {
  it.each(stalls)('ends what is $title, body included', async ({ step, phase, outcome }) => {
    const limits = { timeoutMs: TIMEOUT_MS, maxRetries: 1 };
    const ended = samples.map(async (sample) => {
      const server = await serverWith(step);
      const [result, elapsed] = await timed(sample, server.url, limits);
      const attempts = sample.repeatable ? 2 : 1;
      const error = { name: 'TimeoutError', kind: 'timeout', phase, limitMs: TIMEOUT_MS, outcome, attempts };
      expect(result, sample.title).toMatchObject({ ok: false, error: { ...error, scope: 'attempt' } });
      expect(elapsed).toBeGreaterThanOrEqual(attempts * TIMEOUT_MS - attempts);
      expect(elapsed).toBeLessThan(attempts * TIMEOUT_MS + SLACK_MS);
      await server.settled();
      // On a busy machine the time of an attempt may be up before its bytes arrive.
      expect(server.requests.length).toBeLessThanOrEqual(attempts);
    });
    await Promise.all(ended);
  });

  it.each(samples)('is enough for $title that is answered in parts', async (sample) => {
    const body = JSON.stringify(sample.value) ?? '{}';
    const server = await serverWith(drip(5, 8, { body, headers: { connection: 'close' } }));
    const result = await sample.perform(clientOn(server.url));
    expect(result).toMatchObject({ ok: true, meta: { attempts: 1 } });
    expect(result.ok ? result.data : undefined).toEqual(sample.value);
  });
});

describe('the deadline', () => {
  it.each(stalls)(
    'ends a POST that is $title, where it is shorter than timeoutMs',
    async ({ step, phase, outcome }) => {
      const server = await serverWith(step);
      const [result, elapsed] = await timed(post, server.url, { deadlineMs: TIMEOUT_MS });
      expect(result).toMatchObject({
        ok: false,
        error: { name: 'TimeoutError', phase, scope: 'deadline', limitMs: TIMEOUT_MS, outcome, attempts: 1 },
      });
      expect(elapsed).toBeLessThan(TIMEOUT_MS + SLACK_MS);
      await server.settled();
    },
  );

  it('covers all attempts together, and the error names it when it cuts the last one', async () => {
    const server = await serverWith(silence);
    const limits = { timeoutMs: 150, deadlineMs: 400, maxRetries: 9 };
    const [result, elapsed] = await timed(read, server.url, limits);
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'TimeoutError', scope: 'deadline', limitMs: 400, attempts: 3 },
    });
    expect(elapsed).toBeLessThan(400 + SLACK_MS);
  });

  it('does not hide a refusal whose body never comes: the status says more', async () => {
    const server = await serverWith(respond({ ...PART, status: 400 }));
    const [result, elapsed] = await timed(post, server.url, { timeoutMs: TIMEOUT_MS });
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'BadRequestError', status: 400, outcome: 'rejected', attempts: 1 },
    });
    expect(elapsed).toBeLessThan(TIMEOUT_MS + SLACK_MS);
  });
});

describe('a caller who gives up', () => {
  const reason = new Error('the payer left');

  it.each([
    { when: 'while nothing has come', step: silence, outcome: 'unknown' },
    { when: 'while the body is coming', step: respond(PART), outcome: 'accepted' },
  ])(
    '$when gets an AbortError at once, with the reason, and is not tried again',
    async ({ step, outcome }) => {
      const controller = new AbortController();
      const server = await serverWith({
        ...step,
        play(socket, request) {
          const state = step.play(socket, request);
          setTimeout(() => controller.abort(reason), 60);
          return state;
        },
      });
      const [result, elapsed] = await timed(post, server.url, { signal: controller.signal });
      expect(result).toMatchObject({
        ok: false,
        error: { name: 'AbortError', kind: 'aborted', outcome, attempts: 1 },
      });
      expect(result.ok ? undefined : result.error.cause).toBe(reason);
      expect(elapsed).toBeLessThan(60 + SLACK_MS);
      expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
      await server.settled();
      expect(server.requests).toHaveLength(1);
    },
  );

  it('while waiting to repeat does not wait on', async () => {
    const controller = new AbortController();
    const server = await serverWith(answer(503, undefined, { 'retry-after': '30' }));
    const plexo = patientOn(server.url, {
      on: { retry: () => setTimeout(() => controller.abort(reason), 10) },
    });
    const result = await read.perform(plexo, { signal: controller.signal });
    expect(result).toMatchObject({ ok: false, error: { name: 'AbortError', cause: reason } });
    expect(result.meta.elapsedMs).toBeLessThan(SLACK_MS);
    expect(server.requests).toHaveLength(1);
  });

  it('from within a listener of a retry is heard before the wait', async () => {
    const controller = new AbortController();
    const server = await serverWith(answer(503, undefined, { 'retry-after': '30' }));
    const plexo = patientOn(server.url, { on: { retry: () => controller.abort(reason) } });
    const result = await read.perform(plexo, { signal: controller.signal });
    expect(result).toMatchObject({ ok: false, error: { name: 'AbortError', cause: reason, attempts: 1 } });
    expect(result.meta.elapsedMs).toBeLessThan(SLACK_MS);
    expect(server.requests).toHaveLength(1);
  });

  it('from within a listener of a request is heard before anything is sent', async () => {
    const controller = new AbortController();
    const server = await serverWith(post.success);
    const plexo = patientOn(server.url, { on: { request: () => controller.abort(reason) } });
    const result = await post.perform(plexo, { signal: controller.signal });
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'AbortError', cause: reason, outcome: 'not_sent' },
    });
    expect(server.connections).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('too late, after the answer, changes nothing', async () => {
    const controller = new AbortController();
    const server = await serverWith(post.success);
    const result = await post.perform(patientOn(server.url), { signal: controller.signal });
    controller.abort(reason);
    expect(result).toMatchObject({ ok: true, meta: { attempts: 1 } });
    expect(result.meta.elapsedMs).toBeLessThan(SLACK_MS);
  });
});
