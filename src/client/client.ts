import { createPerform, type Surroundings } from './call.ts';
import { systemClock } from './deadline.ts';
import { type ClientOptions, settingsFrom } from './options.ts';
import { createSend } from './transport.ts';
import { type ResultView, resultView, type ThrowingView, throwingView } from './view.ts';

/** The client of Plexo's customer surface. */
export interface PlexoClient extends ThrowingView {
  /** The same methods for callers who prefer values: each resolves to a `Result` and never rejects. */
  readonly result: ResultView;
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
  return Object.freeze({ ...throwingView(perform), result: resultView(perform) });
}
