/** What is known of a call while it runs, and how it is told: to listeners, to errors, in the result. */
import type { OperationId } from '../../generated/operations.ts';
import { type Route, routes } from '../../generated/routes.ts';
import type { CallRequest } from './call.ts';
import type { Clock } from './deadline.ts';
import type { PlexoError } from './errors.ts';
import type { CallEvent, ClientEvents } from './events.ts';
import { type CallFacts, correlationIdOf } from './failure.ts';
import type { Settings } from './options.ts';
import { createRedactor, type Redactor } from './redact.ts';
import type { Result, ResultMeta } from './result.ts';

type EventOf<Kind extends keyof ClientEvents> = Parameters<NonNullable<ClientEvents[Kind]>>[0];

export class CallRecord implements CallFacts {
  readonly operation: OperationId;
  readonly route: Route;
  readonly write: boolean;
  attempts = 0;
  mayHaveHappened = false;
  /** The body that is sent, once it is known. */
  text: string | undefined;
  /** The last one that arrived. */
  response: Response | undefined;
  readonly redact: Redactor;
  readonly #started: number;
  readonly #clock: Clock;
  readonly #on: ClientEvents;

  constructor({ operation, path = {} }: CallRequest, { on, authorization }: Settings, clock: Clock) {
    this.operation = operation;
    this.route = routes[operation];
    this.write = this.route.method !== 'get';
    this.#started = clock.now();
    this.#clock = clock;
    this.#on = on;
    let redactor: Redactor | undefined;
    // Built on first use: most calls never print anything.
    this.redact = (text) => {
      redactor ??= createRedactor(operation, path, this.sentBody(), authorization());
      return redactor(text);
    };
  }

  /** The body as the server reads it: the caller's own object may have a `toJSON`, and may have changed since. */
  sentBody(): unknown {
    return this.text === undefined ? undefined : JSON.parse(this.text);
  }

  /** Tells a listener, if there is one. A listener that throws must not turn a payment into a failure. */
  tell<Kind extends keyof ClientEvents>(
    kind: Kind,
    details: () => Omit<EventOf<Kind>, keyof CallEvent>,
  ): void {
    const { operation, attempts } = this;
    const { method, path } = this.route;
    // TypeScript cannot see that the listener of a kind takes the event of that kind.
    const listener = this.#on[kind] as ((event: object) => void) | undefined;
    try {
      listener?.({ operation, method: method.toUpperCase(), path, attempt: attempts, ...details() });
    } catch {
      // Deliberately dropped: observers observe.
    }
  }

  succeeded(value: unknown, deletedEarlier = false): Result<unknown> {
    return { ok: true, data: value, meta: this.#meta(deletedEarlier) };
  }

  failed(error: PlexoError): Result<unknown> {
    const meta = this.#meta(false);
    this.tell('error', () => ({ error, elapsedMs: meta.elapsedMs }));
    return { ok: false, error, meta };
  }

  #meta(deletedEarlier: boolean): ResultMeta {
    const { operation, attempts, response } = this;
    return {
      operation,
      status: response?.status,
      correlationId: correlationIdOf(response, this.redact),
      attempts,
      elapsedMs: this.#clock.now() - this.#started,
      // A getter, because a printed Response shows its address, which holds a token, and headers that may quote one.
      get response() {
        return response;
      },
      deletedEarlier,
    };
  }
}
