/** What a client can be told, and the checks that refuse it before anything is sent. */
import { servers } from '../../generated/operations.ts';
import { basicAuthorization } from './auth.ts';
import { ConfigurationError } from './errors.ts';

/** The environments that the contract names; their addresses come from its `servers`. */
export type Environment = keyof typeof servers;

export interface ClientOptions {
  /** The client's identifier, the user name of HTTP Basic. Must not contain a colon. */
  readonly clientId: string;
  /** The client's secret, the password of HTTP Basic. Kept out of everything that the client prints. */
  readonly apiKey: string;
  /** Which of Plexo's servers to call; give this or `baseUrl`, not both. */
  readonly environment?: Environment | undefined;
  /** Another server: a mock, a proxy. HTTPS, unless it is this machine (`localhost`, `127.0.0.1`, `[::1]`). */
  readonly baseUrl?: string | URL | undefined;
  /** Stands in for `fetch`. When absent, `globalThis.fetch` is read at each call, so that test doubles patched in later work. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** What one call can be told. */
export interface RequestOptions {
  /** Cancels the call; the error's `cause` is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Further request headers. `Authorization` and `Content-Type` are the client's and cannot be set here. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The options after the checks. The authorization stays in a closure so that no inspection of an object shows it. */
export interface Settings {
  readonly baseUrl: string;
  readonly authorization: () => string;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Checks the options once and fills in what is derived.
 *
 * @throws ConfigurationError that names the option and says what would be right.
 */
export function settingsFrom(options: ClientOptions): Settings {
  if (typeof options !== 'object' || options === null) {
    throw new ConfigurationError(
      'createPlexoClient needs an object with clientId, apiKey and environment or baseUrl',
    );
  }
  const authorization = basicAuthorization(options.clientId, options.apiKey);
  const given = options.fetch;
  if (given !== undefined && typeof given !== 'function')
    throw new ConfigurationError('fetch must be a function');
  return {
    baseUrl: baseUrlFrom(options),
    authorization: () => authorization,
    fetch: (input, init) => (given ?? globalThis.fetch)(input, init),
  };
}

function baseUrlFrom({ environment, baseUrl }: ClientOptions): string {
  if (environment !== undefined && baseUrl !== undefined) {
    throw new ConfigurationError('environment and baseUrl were both given: give one of them');
  }
  if (baseUrl !== undefined) return checkedUrl(baseUrl);
  const known = Object.keys(servers).join(', ');
  if (environment === undefined) throw new ConfigurationError(`give environment (${known}) or baseUrl`);
  if (!Object.hasOwn(servers, environment)) {
    throw new ConfigurationError(
      `environment "${String(environment)}" is unknown: use one of ${known}, or baseUrl`,
    );
  }
  return servers[environment];
}

function checkedUrl(given: string | URL): string {
  const url = URL.canParse(String(given)) ? new URL(String(given)) : undefined;
  if (url === undefined) throw new ConfigurationError(`baseUrl "${String(given)}" is not a URL`);
  if (url.username !== '' || url.password !== '') {
    throw new ConfigurationError('baseUrl holds credentials: pass them as clientId and apiKey');
  }
  if (url.search !== '' || url.hash !== '')
    throw new ConfigurationError('baseUrl must not have a query or a fragment');
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!secure) {
    throw new ConfigurationError(
      `baseUrl ${url.protocol}//${url.host} is not HTTPS: the credentials would travel in the clear (http is allowed for this machine only)`,
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
