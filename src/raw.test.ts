import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../generated/fixtures.ts';
import { ConfigurationError } from './index.ts';
import { createRawClient, type RawClient } from './raw.ts';
import { createFakePlexo } from './testing.ts';

const OPTIONS = { clientId: 'client', apiKey: 'canary-of-a-secret', baseUrl: 'http://127.0.0.1:9' };

/** A client whose server is a function: it sees each request and answers it. */
function rawOn(answer: (request: Request) => Response): RawClient {
  return createRawClient({ ...OPTIONS, fetch: async (input, init) => answer(new Request(input, init)) });
}

describe('the way out', () => {
  it('is an openapi-fetch client that is already authorized, whatever headers a caller gives', async () => {
    const given: (string | null)[] = [];
    const raw = rawOn((request) => {
      given.push(request.headers.get('authorization'));
      return Response.json(fixtures.CustomerListSeveral);
    });
    const { data } = await raw.GET('/v1/customers', { headers: { Authorization: 'Basic other' } });
    expect(data).toEqual(fixtures.CustomerListSeveral);
    expect(given).toEqual([`Basic ${btoa('client:canary-of-a-secret')}`]);
  });

  it('refuses an id that would address another resource', async () => {
    const raw = rawOn(() => expect.fail('a request was sent'));
    const call = raw.DELETE('/v1/customers/{customerId}', { params: { path: { customerId: '..' } } });
    await expect(call).rejects.toThrow(/customerId is "\.\."/);
  });

  it('does not follow a redirect, which would carry the credentials along', async () => {
    const raw = rawOn((request) => Response.json({ redirect: request.redirect }));
    expect((await raw.GET('/v1/customers')).data).toEqual({ redirect: 'manual' });
  });

  it('keeps the contract where its types are kept', async () => {
    const fake = createFakePlexo();
    const raw = createRawClient({ ...OPTIONS, fetch: fake.fetch });
    const { data } = await raw.POST('/v1/customers', { body: fixtures.CustomerCreateGuide });
    expect(data).toEqual(fixtures.CustomerCreated);
    expect(fake.breaches).toEqual([]);
  });

  it('is refused for the same options as the client', () => {
    expect(() => createRawClient({ ...OPTIONS, clientId: 'a:b' })).toThrow(ConfigurationError);
  });

  it('prints no secret', () => {
    const raw = rawOn(() => expect.fail('a request was sent'));
    const forms = [inspect(raw, { depth: 12, showHidden: true }), JSON.stringify(raw), String(raw)];
    for (const form of forms) expect(form).not.toMatch(/canary|Basic/);
  });

  it('knows paths and methods', () => {
    const raw = rawOn(() => expect.fail('a request was sent'));
    const refused = (): unknown[] => [
      // @ts-expect-error there is no such path
      raw.GET('/v1/customer'),
      // @ts-expect-error the path has a parameter
      raw.GET('/v1/customers/{customerId}'),
      // @ts-expect-error there is no such method on the path
      raw.PATCH('/v1/customers', {}),
    ];
    expect(refused).toBeTypeOf('function');
  });
});
