/** The signal of a request, heeded as `fetch` heeds it: the rejection is the signal's reason. */

/** The signal that counts: the one in `init` stands before the one of a `Request` (Fetch standard, `new Request`). */
export function signalOf(input: RequestInfo | URL, init: RequestInit | undefined): AbortSignal | undefined {
  return init?.signal ?? (input instanceof Request ? input.signal : undefined);
}

/** What `work` comes to, unless the signal aborts before. No work is begun after an abort. */
export async function abortable<Value>(
  signal: AbortSignal | undefined,
  work: () => Promise<Value>,
): Promise<Value> {
  if (signal === undefined) return work();
  signal.throwIfAborted();
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    const listener = (): void => reject(signal.reason);
    signal.addEventListener('abort', listener, { once: true });
    stop = () => signal.removeEventListener('abort', listener);
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    stop();
  }
}
