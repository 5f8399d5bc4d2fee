/** An application as a `fetch`: whatever fetch, or a server that calls it, hands in becomes one request; aborting works. */

/** Members that mean something to fetch; servers hand in second arguments of their own, which mean nothing here. */
const INIT = ['method', 'headers', 'body', 'signal', 'redirect', 'credentials', 'mode', 'duplex'];

/** @param slow whether answers may take long, so that a time-out has to be able to end the wait. */
export function asFetch(
  answer: (request: Request) => Response | Promise<Response>,
  slow: boolean,
): (input: Request | string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const given = init !== undefined && INIT.some((name) => name in init) ? init : undefined;
    // A server may have a request class of its own, so what is neither text nor a URL is taken for a request.
    const whole = typeof input !== 'string' && !(input instanceof URL) && given === undefined;
    const request = whole ? input : new Request(input, given);
    const answered = answer(request);
    if (!slow) return answered;
    const signal = given?.signal ?? (request instanceof Request ? request.signal : undefined);
    return signal == null ? answered : unlessAborted(answered, signal);
  };
}

function unlessAborted(answered: Response | Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    Promise.resolve(answered)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
