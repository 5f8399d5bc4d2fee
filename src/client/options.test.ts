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
    ['a fetch that is none', { fetch: 'fetch' }, /fetch must be a function/],
  ])('are refused with one clear line: %s', (_, wrong, message) => {
    // Wrong types are the point: JavaScript callers can pass them.
    const options = { ...GOOD, ...wrong } as unknown as ClientOptions;
    expect(() => createPlexoClient(options)).toThrow(ConfigurationError);
    expect(() => createPlexoClient(options)).toThrow(message);
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
  ])('accept the base URL %s and drop its trailing slash', (baseUrl) => {
    const settings = settingsFrom({ clientId: 'client', apiKey: 'key', baseUrl });
    expect(settings.baseUrl).toBe(baseUrl.replace(/\/$/, ''));
  });

  it('encode credentials as UTF-8, colons in the key included', () => {
    const authorization = settingsFrom({ ...GOOD, clientId: 'añb', apiKey: 'ke:y€' }).authorization();
    const bytes = Uint8Array.from(atob(authorization.slice('Basic '.length)), (character) =>
      character.charCodeAt(0),
    );
    expect(new TextDecoder().decode(bytes)).toBe('añb:ke:y€');
  });
});
