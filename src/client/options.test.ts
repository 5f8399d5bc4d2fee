import { describe, expect, it } from 'vitest';
import { servers } from '../../generated/operations.ts';
import { type ClientOptions, createPlexoClient } from '../index.ts';
import { ConfigurationError } from './errors.ts';
import { settingsFrom } from './options.ts';

const GOOD = { clientId: 'client', apiKey: 'key', environment: 'testing' } as const;

describe('the options of a client', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no clientId', { clientId: undefined }, /clientId must be a string, got undefined/],
    ['an empty clientId', { clientId: ' ' }, /clientId is empty/],
    ['a colon in the clientId', { clientId: 'a:b' }, /clientId must not contain a colon/],
    ['no apiKey', { apiKey: undefined }, /apiKey must be a string, got undefined/],
    ['an empty apiKey', { apiKey: '' }, /apiKey is empty/],
    ['a line break in the apiKey', { apiKey: 'a\r\nb' }, /apiKey contains a control character/],
    ['no server', { environment: undefined }, /give environment \(production, testing\) or baseUrl/],
    [
      'an unknown environment',
      { environment: 'staging' },
      /environment "staging" is unknown: use one of production, testing/,
    ],
    ['an environment from the prototype', { environment: 'toString' }, /environment "toString" is unknown/],
    ['two servers', { baseUrl: 'https://localhost' }, /give one of them/],
    ['a baseUrl that is none', { environment: undefined, baseUrl: 'plexo' }, /baseUrl "plexo" is not a URL/],
    [
      'a baseUrl that is none and holds a password',
      { environment: undefined, baseUrl: 'https//a:canary@plexo.example' },
      /^baseUrl "\.\.\.@plexo\.example" is not a URL$/,
    ],
    [
      'plain HTTP',
      { environment: undefined, baseUrl: 'http://plexo.example' },
      /http:\/\/plexo\.example is not HTTPS/,
    ],
    [
      'a name that only looks local',
      { environment: undefined, baseUrl: 'http://127.0.0.1.example.com' },
      /is not HTTPS/,
    ],
    [
      'credentials in the URL',
      { environment: undefined, baseUrl: 'https://a:b@plexo.example' },
      /baseUrl holds credentials/,
    ],
    [
      'a query in the URL',
      { environment: undefined, baseUrl: 'https://plexo.example/?a=1' },
      /must not have a query/,
    ],
    [
      'a user name in the URL',
      { environment: undefined, baseUrl: 'https://a@plexo.example' },
      /baseUrl holds credentials: pass them as clientId and apiKey$/,
    ],
    [
      'a password in the URL',
      { environment: undefined, baseUrl: 'https://:b@plexo.example' },
      /baseUrl holds credentials/,
    ],
    [
      'a fragment in the URL',
      { environment: undefined, baseUrl: 'https://plexo.example/#a' },
      /must not have a query or a fragment/,
    ],
    ['a fetch that is none', { fetch: 'fetch' }, /fetch must be a function/],
  ])('are refused with one clear line: %s', (_, wrong, message) => {
    // Wrong types are the point: JavaScript callers can pass them.
    const options = { ...GOOD, ...wrong } as unknown as ClientOptions;
    expect(() => createPlexoClient(options)).toThrow(ConfigurationError);
    expect(() => createPlexoClient(options)).toThrow(message);
  });

  it.each([
    'http://localhost.example.com',
    'http://xlocalhost',
    'http://plexo.example/https:',
    'http://plexo.example/http://localhost/',
    'http://128.0.0.1',
    'http://[::2]',
    'ftp://localhost',
    'ws://127.0.0.1',
  ])('refuse to send credentials in the clear to %s', (baseUrl) => {
    expect(() => settingsFrom({ clientId: 'client', apiKey: 'key', baseUrl })).toThrow(/is not HTTPS/);
  });

  it('may be missing altogether, and are then named', () => {
    // Wrong types are the point: JavaScript callers can leave them out.
    for (const nothing of [undefined, null])
      expect(() => settingsFrom(nothing as unknown as ClientOptions)).toThrow(/clientId must be a string/);
  });

  it('name the kind of what is no text, null apart from objects', () => {
    for (const [wrong, kind] of [
      [null, 'null'],
      [{}, 'object'],
      [7, 'number'],
    ] as const) {
      // Wrong types are the point.
      const options = { ...GOOD, clientId: wrong } as unknown as ClientOptions;
      expect(() => settingsFrom(options)).toThrow(`clientId must be a string, got ${kind}`);
    }
  });

  it.each(['\u0000', '\u001f', '\u007f', '\n'])(
    'refuse the control character %j in either credential',
    (c) => {
      expect(() => settingsFrom({ ...GOOD, clientId: `a${c}b` })).toThrow(
        /^clientId contains a control character$/,
      );
      expect(() => settingsFrom({ ...GOOD, apiKey: `a${c}b` })).toThrow(
        /^apiKey contains a control character$/,
      );
    },
  );

  it('show nothing before the last at sign of an address that is none', () => {
    for (const baseUrl of ['https//a:canary@canary@plexo.example', 'https//a:can\nary@plexo.example'])
      expect(() => settingsFrom({ clientId: 'client', apiKey: 'key', baseUrl })).toThrow(
        /^baseUrl "\.\.\.@plexo\.example" is not a URL$/,
      );
  });

  it('never repeat the secret in a message', () => {
    const secret = 'canary\u0007';
    expect(() => createPlexoClient({ ...GOOD, apiKey: secret })).toThrow(
      /^apiKey contains a control character$/,
    );
  });

  it('take the addresses of the environments from the contract', () => {
    expect(settingsFrom(GOOD).baseUrl).toBe(servers.testing);
    expect(settingsFrom({ ...GOOD, environment: 'production' }).baseUrl).toBe(servers.production);
  });

  it.each([
    'http://localhost:4010',
    'http://127.0.0.1:4010/',
    'http://[::1]:4010',
    'https://proxy.example/plexo/',
    'https://proxy.example/a/b',
    'http://127.1.22.255/',
    'http://localhost/',
  ])('accept the base URL %s and drop its trailing slash', (baseUrl) => {
    const settings = settingsFrom({ clientId: 'client', apiKey: 'key', baseUrl });
    expect(settings.baseUrl).toBe(baseUrl.replace(/\/$/, ''));
  });

  it('take a URL as an object, and drop all of its trailing slashes', () => {
    const { baseUrl } = settingsFrom({
      clientId: 'client',
      apiKey: 'key',
      baseUrl: new URL('https://proxy.example/plexo//'),
    });
    expect(baseUrl).toBe('https://proxy.example/plexo');
  });

  it('know the forms in which the credentials may be quoted', () => {
    expect(settingsFrom(GOOD).secrets()).toEqual([btoa('client:key'), 'key']);
  });

  it('set limits where none were given: 30 s, 90 s, 2 retries, 10 MiB', () => {
    expect(settingsFrom(GOOD).limits).toEqual({
      timeoutMs: 30_000,
      deadlineMs: 90_000,
      maxRetries: 2,
      maxBodyBytes: 10_485_760,
    });
  });

  it.each([
    ['timeoutMs', 1],
    ['deadlineMs', 1],
    ['maxRetries', 0],
    ['maxBodyBytes', 1],
  ] as const)('take whole numbers for %s, from %i to what a timer can take', (name, least) => {
    for (const value of [least, 2_147_483_647])
      expect(settingsFrom({ ...GOOD, [name]: value }).limits[name]).toBe(value);
    for (const value of [least - 1, 2_147_483_648, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '5', null]) {
      expect(() => settingsFrom({ ...GOOD, [name]: value })).toThrow(
        new ConfigurationError(
          `${name} must be a whole number from ${least} to 2147483647, got ${String(value)}`,
        ),
      );
    }
  });

  it('are refused in a browser, unless that is allowed explicitly', () => {
    const page = { window: {}, document: {} };
    const on = (globals: object, options: ClientOptions) => {
      Object.assign(globalThis, globals);
      try {
        return settingsFrom(options).baseUrl;
      } finally {
        for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
      }
    };
    expect(() => on(page, GOOD)).toThrow(/^this is a browser, where anyone can read the apiKey/);
    expect(() => on(page, { ...GOOD, dangerouslyAllowBrowser: false })).toThrow(ConfigurationError);
    expect(on(page, { ...GOOD, dangerouslyAllowBrowser: true })).toBe(servers.testing);
    expect(on({ window: {} }, GOOD)).toBe(servers.testing);
    expect(on({ document: {} }, GOOD)).toBe(servers.testing);
  });

  it('encode credentials as UTF-8, colons in the key included', () => {
    const authorization = settingsFrom({ ...GOOD, clientId: 'añb', apiKey: 'ke:y€' }).authorization();
    const bytes = Uint8Array.from(atob(authorization.slice('Basic '.length)), (character) =>
      character.charCodeAt(0),
    );
    expect(new TextDecoder().decode(bytes)).toBe('añb:ke:y€');
  });
});
