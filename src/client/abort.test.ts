import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onAbort } from './abort.ts';

describe('a signal that many calls share', () => {
  it('carries one listener for all of them, and none after the last', () => {
    const { signal } = new AbortController();
    const listeners = () => getEventListeners(signal, 'abort').length;
    const forget = [1, 2, 3].map(() => onAbort(signal, () => {}));
    expect(listeners()).toBe(1);
    forget[0]?.();
    forget[1]?.();
    expect(listeners()).toBe(1);
    forget[2]?.();
    expect(listeners()).toBe(0);
  });

  it('tells each one that still listens, in turn, and no other', () => {
    const controller = new AbortController();
    const told: string[] = [];
    onAbort(controller.signal, () => told.push('first'));
    const forget = onAbort(controller.signal, () => told.push('forgotten'));
    onAbort(controller.signal, () => told.push('last'));
    forget();
    controller.abort();
    expect(told).toEqual(['first', 'last']);
  });

  it('can be listened to again, and apart from other signals', () => {
    const controllers = [new AbortController(), new AbortController()] as const;
    const told: string[] = [];
    onAbort(controllers[0].signal, () => told.push('before'))();
    onAbort(controllers[0].signal, () => told.push('again'));
    onAbort(controllers[1].signal, () => told.push('other'));
    controllers[0].abort();
    expect(told).toEqual(['again']);
  });
});
