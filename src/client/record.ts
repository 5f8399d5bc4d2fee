/** What is known of a call while it runs, and how it is told: to listeners, to errors, in the result. */
import { type Route, routes } from '../../generated/routes.ts';
import type { Clock } from './deadline.ts';
import type { PlexoError } from './errors.ts';
import type { CallEvent, ClientEvents } from './events.ts';
import { type CallFacts, correlationIdOf } from './failure.ts';
import type { CallRequest } from './invoke.ts';
import type { Settings } from './options.ts';
import { createRedactor, type Redactor } from './redact.ts';
import type { Result, ResultMeta } from './result.ts';

type EventOf<Kind extends keyof ClientEvents> = Parameters<NonNullable<ClientEvents[Kind]>>[0];

export interface CallRecord extends CallFacts {
  readonly route: Route;
  attempts: number;
  mayHaveHappened: boolean;
  /** The body that is sent, once it is known. */
  text: string | undefined;
  /** The last one that arrived. */
  response: Response | undefined;
  /** The body as the server reads it: the caller's own object may have a `toJSON`, and may have changed since. */
  sentBody(): unknown;
  /** Tells a listener, if there is one. */
  tell<Kind extends keyof ClientEvents>(
    kind: Kind,
    details: () => Omit<EventOf<Kind>, keyof CallEvent>,
  ): void;
  succeeded(value: unknown, deletedEarlier: boolean): Result<unknown>;
  failed(error: PlexoError): Result<unknown>;
}

export function openRecord(
  { operation, path = {} }: CallRequest,
  { on, secrets }: Settings,
  clock: Clock,
): CallRecord {
  const route: Route = routes[operation];
  const started = clock.now();
  let redactor: Redactor | undefined;

  const meta = (deletedEarlier: boolean): ResultMeta => {
    const { attempts, response, redact } = record;
    return {
      operation,
      status: response?.status,
      correlationId: correlationIdOf(response, redact),
      attempts,
      elapsedMs: clock.now() - started,
      // A getter, because a printed Response shows its address, which holds a token, and headers that may quote one.
      get response() {
        return response;
      },
      deletedEarlier,
    };
  };

  const record: CallRecord = {
    operation,
    route,
    write: route.method !== 'get',
    attempts: 0,
    mayHaveHappened: false,
    text: undefined,
    response: undefined,
    redact(text) {
      // Built on first use: most calls never print anything.
      redactor ??= createRedactor(operation, path, record.sentBody(), secrets());
      return redactor(text);
    },
    sentBody: () => record.text && JSON.parse(record.text),
    tell(kind, details) {
      // TypeScript cannot see that the listener of a kind takes the event of that kind.
      const listener = on[kind] as ((event: object) => void) | undefined;
      const method = route.method.toUpperCase();
      try {
        listener?.({ operation, method, path: route.path, attempt: record.attempts, ...details() });
      } catch {
        // Deliberately dropped: a listener that throws must not turn a payment into a failure.
      }
    },
    succeeded: (data, deletedEarlier) => ({ ok: true, data, meta: meta(deletedEarlier) }),
    failed(error) {
      const about = meta(false);
      record.tell('error', () => ({ error, elapsedMs: about.elapsedMs }));
      return { ok: false, error, meta: about };
    },
  };
  return record;
}
