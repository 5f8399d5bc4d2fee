import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { operations } from '../../generated/operations.ts';
import { createFakePlexo } from '../../src/testing/fake.ts';
import { postmanCollection } from './postman.ts';
import { theContract } from './the-contract.ts';

const document = theContract();
const text = await postmanCollection(document);

/** What is used of Postman's own library, which comes with the converter and has no types. */
interface Sdk {
  readonly Collection: new (
    json: unknown,
  ) => {
    readonly variables: { toObject(): Readonly<Record<string, string>> };
    forEachItem(visit: (item: SdkItem) => void): void;
  };
}

interface SdkItem {
  readonly id: string;
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly url: { toString(): string };
    readonly body?: { toString(): string };
    getHeaders(): Readonly<Record<string, string>>;
  };
  readonly responses: {
    all(): readonly { readonly id: string; readonly code?: number; readonly body?: string }[];
  };
  getAuth(): { readonly type: string; parameters(): { toObject(): Readonly<Record<string, string>> } };
}

const require = createRequire(createRequire(import.meta.url).resolve('openapi-to-postmanv2'));
// The library declares nothing; the interfaces above say what the tests rely on, and they fail where it does not hold.
const SDK = 'postman-collection';
const sdk = require(SDK) as Sdk;
const collection = new sdk.Collection(JSON.parse(text));
const items: SdkItem[] = [];
collection.forEachItem((item) => items.push(item));

/** As Postman fills in `{{name}}`: from the environment first, then from the collection. */
function filled(value: string): string {
  const variables: Readonly<Record<string, string>> = {
    ...collection.variables.toObject(),
    clientId: 'postman',
    apiKey: 'collection',
  };
  return value.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => variables[name] ?? `(no ${name})`);
}

describe('the Postman collection', () => {
  it('is the same text each time, though the converter gives random ids', async () => {
    expect(await postmanCollection(document)).toBe(text);
  });

  it('has one request per operation, and ids that are all different', () => {
    expect(items).toHaveLength(Object.keys(operations).length);
    const ids = [...text.matchAll(/"(?:id|_postman_id)": "([0-9a-f-]{36})"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(items.length);
    expect(new Set(ids).size).toBe(ids.length);
    // Version 5 and the variant of RFC 9562.
    for (const id of ids.slice(1)) expect(id).toMatch(/^.{14}5.{4}[89ab]/);
  });

  it('sends each request to the testing environment with the credentials of the two variables', () => {
    for (const item of items) {
      expect(filled(item.request.url.toString()), item.name).toMatch(
        /^https:\/\/api\.testing\.plexo\.com\.uy\/v1\//,
      );
      const auth = item.getAuth();
      expect(auth.type).toBe('basic');
      expect(auth.parameters().toObject()).toEqual({ username: '{{clientId}}', password: '{{apiKey}}' });
    }
  });

  it('keeps no credentials: both variables are empty', () => {
    expect(collection.variables.toObject()).toEqual({
      baseUrl: 'https://api.testing.plexo.com.uy',
      clientId: '',
      apiKey: '',
    });
  });

  it('runs: every request keeps the contract and reaches its operation', async () => {
    const fake = createFakePlexo();
    for (const item of items) {
      const { username = '', password = '' } = item.getAuth().parameters().toObject();
      const body = item.request.body?.toString();
      const response = await fake.fetch(filled(item.request.url.toString()), {
        method: item.request.method,
        headers: {
          ...item.request.getHeaders(),
          authorization: `Basic ${btoa(`${filled(username)}:${filled(password)}`)}`,
        },
        ...(body ? { body } : {}),
      });
      expect(response.ok, item.name).toBe(true);
    }
    expect(fake.breaches).toEqual([]);
    expect(fake.requests.map(({ operation }) => operation).sort()).toEqual(Object.keys(operations).sort());
  });

  it('answers with every documented example of every response, and with nothing that is not one', () => {
    const known = Object.values(operations).flatMap(({ responses }) =>
      Object.entries(responses).flatMap(([status, { examples }]) => {
        const names: readonly string[] = Object.values(examples);
        const bodies = names.map((name) => Reflect.get(fixtures, name));
        return (bodies.length > 0 ? bodies : [undefined]).map((body) => `${status} ${JSON.stringify(body)}`);
      }),
    );
    const saved = items.flatMap(({ responses }) =>
      responses
        .all()
        .map(
          ({ code, body }) =>
            `${code ?? 'default'} ${body === undefined ? body : JSON.stringify(JSON.parse(body))}`,
        ),
    );
    expect(saved.sort()).toEqual(known.sort());
  });

  it('shows the header of an answer with the value that the contract gives', () => {
    const [example] = Object.values(document.components?.headers?.['WwwAuthenticate']?.examples ?? {});
    const shown = /"key": "WWW-Authenticate",\s+"value": ("[^\n]*")\n/.exec(text)?.[1] ?? '""';
    expect(example).toEqual(expect.objectContaining({ value: JSON.parse(shown) }));
  });
});

describe('a contract that makes no good collection', () => {
  it('is refused without a testing server, because tools would call production by default', async () => {
    const grown = { ...document, servers: [{ url: 'https://api.plexo.com.uy' }] };
    await expect(postmanCollection(grown)).rejects.toThrow(
      'openapi #/servers: none has x-environment: testing',
    );
  });

  it('is refused without the id from which all others are derived', async () => {
    const grown = { ...document, info: { ...document.info, 'x-api-id': 'none' } };
    await expect(postmanCollection(grown)).rejects.toThrow('openapi #/info/x-api-id: it must be a UUID');
  });
});
