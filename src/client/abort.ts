/** The caller's signal. Calls that share one share one listener on it, because a platform warns of a leak when there are many. */

interface Watched {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

const watched = new WeakMap<AbortSignal, Watched>();

/** Calls back once when the signal aborts; the returned function takes that back. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, listener } = watched.get(signal) ?? begin(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0) return;
    signal.removeEventListener('abort', listener);
    watched.delete(signal);
  };
}

function begin(signal: AbortSignal): Watched {
  const callbacks = new Set<() => void>();
  const listener = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener('abort', listener, { once: true });
  const entry = { callbacks, listener };
  watched.set(signal, entry);
  return entry;
}
