import { describe, expect, it } from 'vitest';
import { type Clock, NoAnswerError, openWire, StopError, systemClock, type WireSetting } from './wire.ts';

const REQUEST = { operation: 'listCustomers', method: 'GET', path: '/v1/customers', headers: {} } as const;

/** A clock that jumps over pauses, and remembers them. */
function jumping(): Clock & { readonly pauses: number[] } {
  let now = 0;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => now,
    sleep: async (ms) => {
      pauses.push(ms);
      now += ms;
    },
  };
}

function wireTo(
  fetch: WireSetting['fetch'],
  setting: Partial<WireSetting> = {},
  deadline = Number.POSITIVE_INFINITY,
) {
  return openWire(
    {
      url: 'http://target.invalid',
      fetch,
      timeoutMs: 5_000,
      maxBodyBytes: 1_000,
      maxRequests: Number.POSITIVE_INFINITY,
      ratePerSecond: Number.POSITIVE_INFINITY,
      signal: undefined,
      clock: systemClock,
      ...setting,
    },
    deadline,
  );
}

const text = (value: string, init?: ResponseInit) => async () => new Response(value, init);

describe('the wire', () => {
  it('gives the answer with its bytes', async () => {
    const { response, request } = await wireTo(text('[]', { status: 203 })).send(REQUEST);
    expect([response.status, new TextDecoder().decode(response.body)]).toEqual([203, '[]']);
    expect(request.url).toBe('http://target.invalid/v1/customers');
  });

  it('sends a body without a media type where none is wanted', async () => {
    let seen: Request | undefined;
    const wire = wireTo(async (request) => {
      seen = request;
      return new Response();
    });
    await wire.send({ ...REQUEST, method: 'POST', headers: { 'content-type': '' }, body: '{}' });
    expect(seen?.headers.has('content-type')).toBe(false);
    expect(await seen?.text()).toBe('{}');
  });

  it.each([
    ['never answers', () => new Promise<Response>(() => {}), 'timeout'],
    ['answers and never ends', async () => new Response(new ReadableStream()), 'timeout'],
    ['streams for ever', async () => new Response(endless()), 'too-large'],
    ['answers more than is read', text('x'.repeat(1_001)), 'too-large'],
    ['breaks in the middle', async () => new Response(broken()), 'broken'],
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed')), 'broken'],
  ] as const)('says what is wrong with a target that %s', async (_, fetch, kind) => {
    const failure = await wireTo(fetch, { timeoutMs: 30 })
      .send(REQUEST)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NoAnswerError);
    expect(failure).toMatchObject({ kind, request: { method: 'GET' } });
  });

  it('names the innermost reason of a connection that cannot be made', async () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const failing = wireTo(() => Promise.reject(new TypeError('fetch failed', { cause })));
    await expect(failing.send(REQUEST)).rejects.toThrow('the connection broke: ECONNREFUSED');
  });

  it('follows no redirect: the credentials would go along', async () => {
    const seen: RequestRedirect[] = [];
    const wire = wireTo(async (request) => {
      seen.push(request.redirect);
      return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } });
    });
    expect((await wire.send(REQUEST)).response.status).toBe(302);
    expect(seen).toEqual(['manual']);
  });

  it('stops at its budget', async () => {
    const wire = wireTo(text(''), { maxRequests: 2 });
    await wire.send(REQUEST);
    await wire.send(REQUEST);
    await expect(wire.send(REQUEST)).rejects.toThrow('the budget of 2 requests is used up');
    expect(wire.sent).toBe(2);
  });

  it('keeps to its rate', async () => {
    const clock = jumping();
    const wire = wireTo(text(''), { clock, ratePerSecond: 4 });
    for (const _ of [1, 2, 3]) await wire.send(REQUEST);
    expect(clock.pauses).toEqual([250, 250]);
  });

  it('waits as long as the server asks, and sends again', async () => {
    const clock = jumping();
    const answers = [
      new Response(null, { status: 429, headers: { 'retry-after': '2' } }),
      new Response(null, { status: 503, headers: { 'retry-after': '1' } }),
      new Response(null, { status: 200 }),
    ];
    const wire = wireTo(async () => answers.shift() ?? new Response(null, { status: 500 }), { clock });
    expect((await wire.send(REQUEST)).response.status).toBe(200);
    expect(clock.pauses).toEqual([2_000, 1_000]);
  });

  it('gives up on a server that asks for patience without end, or for too much of it', async () => {
    const impatient = wireTo(text('', { status: 429 }), { clock: jumping() });
    expect((await impatient.send(REQUEST)).response.status).toBe(429);
    const asked = wireTo(text('', { status: 429, headers: { 'retry-after': '3600' } }), { clock: jumping() });
    await expect(asked.send(REQUEST)).rejects.toThrow('the server asks for a pause of 3600 s');
  });

  it('ends with its deadline, and when it is told to', async () => {
    await expect(wireTo(text(''), {}, 0).send(REQUEST)).rejects.toBeInstanceOf(StopError);
    const controller = new AbortController();
    const hanging = wireTo(() => new Promise(() => {}), { signal: controller.signal }).send(REQUEST);
    controller.abort();
    await expect(hanging).rejects.toBeInstanceOf(StopError);
    await expect(wireTo(text(''), { signal: controller.signal }).send(REQUEST)).rejects.toBeInstanceOf(
      StopError,
    );
  });
});

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(400)) });
}

function broken(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => {
      controller.error(new TypeError('terminated'));
    },
  });
}
