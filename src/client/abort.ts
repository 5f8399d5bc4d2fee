/** The caller's signal. Calls that share one share one listener on it, because a platform warns of a leak when there are many. */

const watched = new WeakMap<EventTarget, Set<() => void>>();

/** Calls back when the signal aborts; the returned function takes that back. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = watched.get(signal) ?? new Set();
  watched.set(signal, callbacks.add(callback));
  // The same listener counts once, however often it is added.
  signal.addEventListener('abort', callBack);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener('abort', callBack);
  };
}

function callBack({ target }: Event): void {
  for (const callback of (target && watched.get(target)) ?? []) callback();
}
