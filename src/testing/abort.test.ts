import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { abortable, signalOf } from './abort.ts';

describe('the signal of a request', () => {
  it('keeps no listener when the work is done or has failed', async () => {
    const { signal } = new AbortController();
    expect(await abortable(signal, async () => 'done')).toBe('done');
    const failing = abortable(signal, async () => Promise.reject(new Error('failed')));
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await expect(failing).rejects.toThrow('failed');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('begins no work after an abort', async () => {
    const work = async () => expect.fail('work was begun');
    await expect(abortable(AbortSignal.abort(new Error('over')), work)).rejects.toThrow('over');
  });

  it('is the one in init before the one of a Request, as for fetch', () => {
    const [one, other] = [new AbortController().signal, new AbortController().signal];
    const request = new Request('http://localhost', { signal: one });
    expect(signalOf(request, { signal: other })).toBe(other);
    expect(signalOf(request, undefined)).toBe(request.signal);
    expect(signalOf('http://localhost', {})).toBeUndefined();
  });
});
