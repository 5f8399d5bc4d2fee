import { describe, expect, it } from 'vitest';
import { type AttemptEnd, runAttempt } from './attempt.ts';
import { createDeadline } from './deadline.ts';
import { fakeClock } from './fake-clock.fixture.ts';
import type { Send } from './transport.ts';

const REQUEST = { method: 'get', url: 'http://127.0.0.1:9/', body: undefined, headers: {} };
const LIMITS = { timeoutMs: 100, deadlineMs: 1_000, maxRetries: 0, maxBodyBytes: 10 };

function run(send: Send, signal?: AbortSignal): { readonly end: Promise<AttemptEnd>; pending(): number } {
  const clock = fakeClock();
  const end = runAttempt(send, REQUEST, createDeadline(1_000, signal, clock), LIMITS);
  return { end, pending: () => clock.pending };
}

/** An attempt whose request leaves and then fails. */
const failing = (cause: unknown) =>
  run(async (_request, _signal, leaving) => {
    leaving();
    throw cause;
  }).end;

const coded = (details: object, inner?: unknown) =>
  Object.assign(new Error('failed', inner === undefined ? {} : { cause: inner }), details);

describe('an attempt', () => {
  it('that is answered ends with the response and its whole body', async () => {
    const response = new Response('body');
    const { end, pending } = run(async (_request, _signal, leaving) => {
      leaving();
      return response;
    });
    expect(await end).toEqual({ response, sent: true, bytes: new TextEncoder().encode('body') });
    expect(pending()).toBe(0);
  });

  it('whose body is over the limit ends with the response, and says which limit', async () => {
    const response = new Response('more than ten bytes');
    const { end } = run(async (_request, _signal, leaving) => {
      leaving();
      return response;
    });
    expect(await end).toEqual({ response, sent: true, cut: { kind: 'oversized', limitBytes: 10 } });
  });

  it('that fails before its request leaves cannot be sent', async () => {
    const cause = coded({ code: 'ECONNRESET' });
    const { end, pending } = run(async () => {
      throw cause;
    });
    expect(await end).toEqual({ response: undefined, sent: false, cut: { kind: 'unsendable', cause } });
    expect(pending()).toBe(0);
  });

  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EADDRNOTAVAIL',
    'UND_ERR_CONNECT_TIMEOUT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  ])('that ends with %s was not sent, wherever the code stands among the causes', async (code) => {
    for (const cause of [coded({ code }), coded({}, coded({}, coded({ code })))])
      expect(await failing(cause)).toEqual({
        response: undefined,
        sent: false,
        cut: { kind: 'failed', cause },
      });
    expect(await failing(coded({}, coded({ code, syscall: 'connect' })))).toMatchObject({ sent: false });
  });

  it.each<[string, unknown]>([
    ['an unreachable host while reading', coded({ code: 'EHOSTUNREACH', syscall: 'read' })],
    ['an unreachable host while writing', coded({}, coded({ code: 'EHOSTUNREACH', syscall: 'write' }))],
    ['a reset', coded({}, coded({ code: 'ECONNRESET' }))],
    ['an error without a code', new Error('broken')],
    ['an empty code', coded({ code: '' })],
    ['a part of a known code', coded({ code: 'ECONN' })],
    ['what is no error', { code: 'ECONNREFUSED' }],
    ['nothing', undefined],
  ])('that ends with %s may have been sent', async (_, cause) => {
    expect(await failing(cause)).toEqual({
      response: undefined,
      sent: true,
      cut: { kind: 'failed', cause },
    });
  });

  it('was sent as soon as a response came, whatever the failure after it looks like', async () => {
    const cause = coded({ code: 'ECONNREFUSED' });
    const response = new Response(
      new ReadableStream({
        pull(controller) {
          controller.error(cause);
        },
      }),
    );
    const { end } = run(async (_request, _signal, leaving) => {
      leaving();
      return response;
    });
    expect(await end).toEqual({ response, sent: true, cut: { kind: 'failed', cause } });
  });

  it('does not begin when the caller has aborted, and leaves nothing behind', async () => {
    let begun = false;
    const { end, pending } = run(async () => {
      begun = true;
      return new Response('body');
    }, AbortSignal.abort('before'));
    expect(await end).toEqual({
      response: undefined,
      sent: false,
      cut: { kind: 'aborted', reason: 'before' },
    });
    expect([begun, pending()]).toEqual([false, 0]);
  });

  it('that is interrupted ends with the interruption and not with the rejection that it causes', async () => {
    const controller = new AbortController();
    const { end, pending } = run(
      (_request, signal, leaving) =>
        new Promise((_, reject) => {
          leaving();
          signal.addEventListener('abort', () => reject(new Error('this fetch was aborted')));
        }),
      controller.signal,
    );
    controller.abort('enough');
    expect(await end).toEqual({
      response: undefined,
      sent: true,
      cut: { kind: 'aborted', reason: 'enough' },
    });
    expect(pending()).toBe(0);
  });

  it('that is interrupted while its body is read says so, and keeps the response', async () => {
    const clock = fakeClock();
    const response = new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    const end = runAttempt(
      async (_request, _signal, leaving) => {
        leaving();
        return response;
      },
      REQUEST,
      createDeadline(1_000, undefined, clock),
      LIMITS,
    );
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(100);
    expect(await end).toEqual({
      response,
      sent: true,
      cut: { kind: 'timeout', phase: 'body', scope: 'attempt', limitMs: 100 },
    });
  });
});
