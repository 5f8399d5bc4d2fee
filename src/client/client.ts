import { createPerform, type Surroundings } from './call.ts';
import { systemClock } from './deadline.ts';
import { type ClientOptions, settingsFrom } from './options.ts';
import { createRawClient, createSend, type RawClient } from './transport.ts';
import { type ResultView, resultView, type ThrowingView, throwingView } from './view.ts';

/** The client of Plexo's customer surface. */
export interface PlexoClient extends ThrowingView {
  /** The same methods for callers who prefer values: each resolves to a `Result` and never rejects. */
  readonly result: ResultView;
  /**
   * The way out: the typed openapi-fetch client underneath, authorized and guarded, without retries, limits and events. It
   * returns `{ data, error, response }` and rejects only when no response arrives.
   */
  readonly raw: RawClient;
}

const SURROUNDINGS: Surroundings = { clock: systemClock, random: Math.random };

/**
 * Creates a client. Nothing is sent until a method is called.
 *
 * @param options credentials, the server to call, and limits.
 * @throws ConfigurationError when an option is missing or cannot work.
 * @example
 * ```ts
 * const plexo = createPlexoClient({ clientId, apiKey, environment: 'testing' });
 * const customer = await plexo.customers.create({ referenceId: 'customer-1001', email: 'customer@example.com' });
 * console.log(customer.id);
 * ```
 */
export function createPlexoClient(options: ClientOptions): PlexoClient {
  return createClientIn(SURROUNDINGS, options);
}

/** The client with a clock and a source of chance of one's own. */
export function createClientIn(surroundings: Surroundings, options: ClientOptions): PlexoClient {
  const settings = settingsFrom(options);
  const perform = createPerform(createSend(settings), settings, surroundings);
  let raw: RawClient | undefined;
  return Object.freeze({
    ...throwingView(perform),
    result: resultView(perform),
    // On demand: openapi-fetch looks at the platform's Request when it is created, which makes Node load its whole fetch.
    get raw() {
      raw ??= createRawClient(settings);
      return raw;
    },
  });
}
