/** What a client can be told, and the checks that refuse it before anything is sent. */
import { servers } from '../../generated/routes.ts';
import type { Answer } from '../contract/exchange.ts';
import { basicAuthorization } from './auth.ts';
import { ConfigurationError, type ResponseFinding } from './errors.ts';
import type { ClientEvents } from './events.ts';

/** The environments that the contract names; their addresses come from its `servers`. */
export type Environment = keyof typeof servers;

/** What is done with a response that is not what the contract says: `report` tells the `drift` listener, `strict` rejects. */
export type ValidationMode = 'strict' | 'report';

/** A judge of responses; `contractValidation()` from `plexo-customers/validation` makes one. */
export interface ResponseValidation {
  /** For `list` and `retrieve`. */
  readonly reads: ValidationMode;
  /** For everything else. */
  readonly writes: ValidationMode;
  /** What breaks the contract in an answer; nothing where it is kept. Findings are printed, so they must not quote the response. */
  judge(answer: Answer): readonly ResponseFinding[];
}

/** What a client is created with: credentials, the server to call, limits in milliseconds and bytes. */
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
  /** Limit of one attempt in milliseconds, body included; 30,000 when absent. */
  readonly timeoutMs?: number | undefined;
  /** Limit of a whole call in milliseconds, retries and waits included; 90,000 when absent. */
  readonly deadlineMs?: number | undefined;
  /** How often a request may be repeated where that is safe; 2 when absent, 0 for never. */
  readonly maxRetries?: number | undefined;
  /** The largest body to accept in bytes, after decompression; 10 MiB when absent. */
  readonly maxBodyBytes?: number | undefined;
  /** Listeners; the client is silent without them. */
  readonly on?: ClientEvents | undefined;
  /** Holds responses to the contract; absent for trust. */
  readonly validation?: ResponseValidation | undefined;
  /** The credentials are a server's secret. True only where no stranger can read them, such as an internal tool. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** What one call can be told. */
export interface RequestOptions {
  /** Cancels the call; the error's `cause` is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** As `timeoutMs` of the client, for this call. */
  readonly timeoutMs?: number | undefined;
  /** As `deadlineMs` of the client, for this call. */
  readonly deadlineMs?: number | undefined;
  /** As `maxRetries` of the client, for this call. */
  readonly maxRetries?: number | undefined;
  /** Further request headers. The client's own `Authorization` cannot be replaced. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The limits of a call, in milliseconds and counts. */
export interface Limits {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly maxBodyBytes: number;
}

/** The options after the checks. The authorization stays in a closure so that no inspection of an object shows it. */
export interface Settings {
  readonly baseUrl: string;
  readonly authorization: () => string;
  /** The forms in which the credentials may be quoted: the encoded pair, and the key. */
  readonly secrets: () => readonly string[];
  readonly fetch: typeof globalThis.fetch;
  readonly limits: Limits;
  readonly on: ClientEvents;
  readonly validation: ResponseValidation | undefined;
}

const DEFAULT_LIMITS: Limits = {
  timeoutMs: 30_000,
  deadlineMs: 90_000,
  maxRetries: 2,
  maxBodyBytes: 10 * 1024 * 1024,
};

/** A timer takes no more than this (2^31 - 1); Node would fire a longer one at once. */
const MAX_TIMER_MS = 2_147_483_647;

/**
 * Checks the options once and fills in what is derived.
 *
 * @throws ConfigurationError that names the option and says what would be right.
 */
export function settingsFrom(given: ClientOptions): Settings {
  // A caller without types may leave them out; what is missing is named below.
  const options: ClientOptions = given ?? {};
  if (options.dangerouslyAllowBrowser !== true && isBrowser())
    throw new ConfigurationError(
      'this is a browser, where anyone can read the apiKey: call Plexo from your server (or set dangerouslyAllowBrowser)',
    );
  const authorization = basicAuthorization(options.clientId, options.apiKey);
  const { fetch } = options;
  if (fetch !== undefined && typeof fetch !== 'function')
    throw new ConfigurationError('fetch must be a function');
  return {
    baseUrl: baseUrlFrom(options),
    authorization: () => authorization,
    secrets: () => [authorization.slice('Basic '.length), options.apiKey],
    fetch: (input, init) => (fetch ?? globalThis.fetch)(input, init),
    limits: limitsFrom(options, DEFAULT_LIMITS, (message) => new ConfigurationError(message)),
    on: { ...options.on },
    validation: options.validation,
  };
}

/**
 * Limits with what was given in place of the defaults.
 *
 * @throws what `refuse` makes of the message, when a limit is not a number that a timer or a counter can take.
 */
export function limitsFrom(
  given: Partial<Limits> | ClientOptions | RequestOptions,
  defaults: Limits,
  refuse: (message: string) => Error,
): Limits {
  const limits: Record<keyof Limits, number> = { ...defaults };
  // The keys of this object are those of its type.
  for (const name of Object.keys(limits) as (keyof Limits)[]) {
    const value: unknown = Reflect.get(given, name);
    if (value === undefined) continue;
    const least = name === 'maxRetries' ? 0 : 1;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > MAX_TIMER_MS) {
      throw refuse(`${name} must be a whole number from ${least} to ${MAX_TIMER_MS}, got ${String(value)}`);
    }
    limits[name] = value;
  }
  return limits;
}

function isBrowser(): boolean {
  return typeof globalThis.window === 'object' && typeof globalThis.document === 'object';
}

function baseUrlFrom({ environment, baseUrl }: ClientOptions): string {
  if (environment !== undefined && baseUrl !== undefined)
    throw new ConfigurationError('environment and baseUrl were both given: give one of them');
  if (baseUrl !== undefined) return checkedUrl(String(baseUrl));
  const known = Object.keys(servers).join(', ');
  if (environment === undefined) throw new ConfigurationError(`give environment (${known}) or baseUrl`);
  if (!Object.hasOwn(servers, environment))
    throw new ConfigurationError(
      `environment "${String(environment)}" is unknown: use one of ${known}, or baseUrl`,
    );
  return servers[environment];
}

/** HTTPS, or plain HTTP on this machine: anywhere else the credentials would travel in the clear. */
const SAFE = /^(?:https:|http:\/\/(?:localhost|\[::1\]|127(?:\.\d+){3})[:/])/;

function checkedUrl(given: string): string {
  // What stands before an at sign may be a password.
  if (!URL.canParse(given))
    throw new ConfigurationError(`baseUrl "${given.replace(/.*@/s, '...@')}" is not a URL`);
  const url = new URL(given);
  if (url.username || url.password)
    throw new ConfigurationError('baseUrl holds credentials: pass them as clientId and apiKey');
  if (url.search || url.hash) throw new ConfigurationError('baseUrl must not have a query or a fragment');
  if (!SAFE.test(url.href))
    throw new ConfigurationError(
      `baseUrl ${url.protocol}//${url.host} is not HTTPS, which only this machine may do without`,
    );
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
