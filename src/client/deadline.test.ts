import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createDeadline, systemClock } from './deadline.ts';
import { fakeClock } from './fake-clock.fixture.ts';

describe('an attempt under a deadline', () => {
  it('is ended by its own limit, which names the phase that it was in', async () => {
    const clock = fakeClock();
    const attempt = createDeadline(1_000, undefined, clock).attempt(100);
    attempt.reading();
    clock.advance(99);
    expect(attempt.signal.aborted).toBe(false);
    clock.advance(1);
    expect(attempt.signal.aborted).toBe(true);
    expect(await attempt.interrupted).toEqual({
      kind: 'timeout',
      phase: 'body',
      scope: 'attempt',
      limitMs: 100,
    });
  });

  it('is ended by the deadline where that comes first', async () => {
    const clock = fakeClock();
    const deadline = createDeadline(150, undefined, clock);
    deadline.attempt(100).done();
    clock.advance(100);
    const attempt = deadline.attempt(100);
    clock.advance(50);
    expect(await attempt.interrupted).toEqual({
      kind: 'timeout',
      phase: 'headers',
      scope: 'deadline',
      limitMs: 150,
    });
  });

  it('is ended by the caller, with the reason', async () => {
    const controller = new AbortController();
    const attempt = createDeadline(1_000, controller.signal, fakeClock()).attempt(100);
    controller.abort('enough');
    expect(await attempt.interrupted).toEqual({ kind: 'aborted', reason: 'enough' });
    expect(attempt.signal.aborted).toBe(true);
  });

  it('counts as the deadline where both limits fall together, because nothing is left then', async () => {
    const clock = fakeClock();
    const attempt = createDeadline(100, undefined, clock).attempt(100);
    clock.advance(100);
    expect(await attempt.interrupted).toMatchObject({ scope: 'deadline', limitMs: 100 });
  });

  it('that begins after the deadline is over at once, and not before that', async () => {
    const clock = fakeClock();
    const deadline = createDeadline(100, undefined, clock);
    clock.advance(250);
    const attempt = deadline.attempt(100);
    expect(await clock.next()).toBe(0);
    expect(await attempt.interrupted).toMatchObject({ kind: 'timeout', scope: 'deadline' });
  });

  it('that begins after the caller aborted is over at once', async () => {
    const clock = fakeClock();
    const deadline = createDeadline(1_000, AbortSignal.abort('before'), clock);
    expect(deadline.aborted()).toEqual({ kind: 'aborted', reason: 'before' });
    const attempt = deadline.attempt(100);
    expect(attempt.signal.aborted).toBe(true);
    expect(await attempt.interrupted).toEqual({ kind: 'aborted', reason: 'before' });
    attempt.done();
    expect(clock.pending).toBe(0);
  });

  it('goes on while nobody aborts', () => {
    const deadline = createDeadline(1_000, new AbortController().signal, fakeClock());
    expect(deadline.aborted()).toBeUndefined();
    expect(deadline.attempt(100).signal.aborted).toBe(false);
    expect(createDeadline(1_000, undefined, fakeClock()).aborted()).toBeUndefined();
  });

  it('leaves no timer and no listener behind when it is done', () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    const attempt = createDeadline(1_000, signal, clock).attempt(100);
    expect([clock.pending, getEventListeners(signal, 'abort').length]).toEqual([1, 1]);
    attempt.done();
    expect([clock.pending, getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
    clock.advance(1_000);
    expect(attempt.signal.aborted).toBe(false);
  });
});

describe('a wait', () => {
  it('fits only when it ends before the deadline', () => {
    const clock = fakeClock();
    const deadline = createDeadline(100, undefined, clock);
    expect([deadline.fits(99), deadline.fits(100)]).toEqual([true, false]);
    clock.advance(50);
    expect([deadline.fits(49), deadline.fits(50)]).toEqual([true, false]);
  });

  it('ends after its time without an interruption, and leaves nothing behind', async () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    const waited = createDeadline(1_000, signal, clock).wait(10);
    clock.advance(10);
    expect(await waited).toBeUndefined();
    expect([clock.pending, getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
  });

  it('does not begin when the caller has aborted', async () => {
    const clock = fakeClock();
    const signal = AbortSignal.abort('before');
    expect(await createDeadline(1_000, signal, clock).wait(500)).toEqual({
      kind: 'aborted',
      reason: 'before',
    });
    expect([clock.pending, getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
  });

  it('takes its whole time where nobody aborts', async () => {
    const clock = fakeClock();
    let over = false;
    const waited = createDeadline(1_000, new AbortController().signal, clock).wait(10);
    void waited.then(() => {
      over = true;
    });
    clock.advance(9);
    await new Promise((resolve) => setImmediate(resolve));
    expect(over).toBe(false);
    clock.advance(1);
    await waited;
  });

  it('ends at once when the caller aborts', async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const waited = createDeadline(1_000, controller.signal, clock).wait(500);
    controller.abort('enough');
    expect(await waited).toEqual({ kind: 'aborted', reason: 'enough' });
    expect([clock.pending, getEventListeners(controller.signal, 'abort').length]).toEqual([0, 0]);
  });
});

describe('the system clock', () => {
  it('calls back, and does not when it is called off', async () => {
    const calls: string[] = [];
    const cancel = systemClock.after(1, () => calls.push('off'));
    cancel();
    await new Promise<void>((resolve) => {
      systemClock.after(5, resolve);
    });
    expect(calls).toEqual([]);
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000);
  });
});
