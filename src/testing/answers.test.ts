import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import { type OperationDescription, type OperationId, operations } from '../../generated/operations.ts';
import { captureResponse } from '../contract/exchange.ts';
import { judge } from '../contract/judge.ts';
import { type Customer, createPlexoClient, ResponseValidationError } from '../index.ts';
import { ContractBreachError, createFakePlexo, type FakePlexo } from '../testing.ts';
import { contractValidation } from '../validation.ts';
import { breachesOf, compose } from './compose.ts';

const HEADERS = { authorization: `Basic ${btoa('client:key')}` };

function retrieve(fake: FakePlexo): Promise<Response> {
  return fake.fetch('http://localhost/v1/customers/some-id', { headers: HEADERS });
}

async function answered(fake: FakePlexo): Promise<readonly [number, unknown]> {
  const response = await retrieve(fake);
  const text = await response.text();
  return [response.status, text === '' ? undefined : JSON.parse(text)];
}

describe('an answer', () => {
  it('is the documented example of its name, of its status, or the body that was given', async () => {
    const fake = createFakePlexo();
    const own: Customer = { id: 'own' };
    fake.answer('retrieveCustomer', { example: 'minimal' }, { times: 1 });
    fake.answer('retrieveCustomer', { status: 404 }, { times: 1 });
    fake.answer('retrieveCustomer', { status: 404, example: 'notFound' }, { times: 1 });
    fake.answer('retrieveCustomer', { status: 400, example: 'merchantNotFound' }, { times: 1 });
    fake.answer('retrieveCustomer', { status: 200, body: own }, { times: 1 });
    fake.answer('retrieveCustomer', { body: own }, { times: 1 });
    fake.answer('retrieveCustomer', ({ path }) => ({ body: { id: path.customerId } }), { times: 1 });
    const seen = [];
    for (let call = 0; call < 7; call += 1) seen.push(await answered(fake));
    expect(seen).toEqual([
      [200, fixtures.CustomerMinimal],
      [404, fixtures.ErrorNotFound],
      [404, fixtures.ErrorNotFound],
      [400, fixtures.ErrorMerchantNotFound],
      [200, own],
      [200, own],
      [200, { id: 'some-id' }],
    ]);
  });

  it('of every status and example that the contract documents is given as it is documented', () => {
    let count = 0;
    for (const [id, { responses }] of Object.entries<OperationDescription>(operations)) {
      const operation = id as OperationId;
      for (const [key, { examples }] of Object.entries(responses)) {
        const status = key === 'default' ? 503 : Number(key);
        for (const example of Object.keys(examples)) {
          const response = compose(operation, { status, example });
          expect(judge({ operation, response })).toEqual([]);
          const fixture: unknown = Reflect.get(fixtures, examples[example] ?? '');
          expect(JSON.parse(new TextDecoder().decode(response.body))).toEqual(
            key === 'default' ? { ...fixtures.ErrorInternal, status } : fixture,
          );
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(40);
  });

  it('of a status without an entry of its own is the error of default with that status in it', async () => {
    const fake = createFakePlexo();
    fake.answer('retrieveCustomer', { status: 503 });
    expect(await answered(fake)).toEqual([503, { ...fixtures.ErrorInternal, status: 503 }]);
  });

  it('401 carries the challenge that RFC 9110 demands, and may leave out its body', async () => {
    const fake = createFakePlexo();
    fake.answer('retrieveCustomer', { status: 401, body: null });
    const response = await retrieve(fake);
    expect(judge({ operation: 'retrieveCustomer', response: await captureResponse(response) })).toEqual([]);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(await response.text()).toBe('');
  });

  it('takes headers, in place of the suggested ones where the names are the same', async () => {
    const fake = createFakePlexo();
    const headers = { 'X-Correlation-Id': 'abc', 'Content-Type': 'application/json; charset=utf-8' };
    fake.answer('retrieveCustomer', { headers });
    const response = await retrieve(fake);
    expect(response.headers.get('x-correlation-id')).toBe('abc');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('is copied when it is given, and again for each request', async () => {
    const fake = createFakePlexo();
    const body = { id: 'before' };
    fake.answer('retrieveCustomer', { body });
    body.id = 'after';
    expect(await answered(fake)).toEqual([200, { id: 'before' }]);
    expect(await answered(fake)).toEqual([200, { id: 'before' }]);
  });
});

describe('an answer out of contract', () => {
  it('is refused when it is given, in one line that names operation, place, expectation and value', () => {
    const give = () =>
      createFakePlexo().answer(
        'retrieveCustomer',
        // @ts-expect-error: an id is a string.
        { body: { id: 7 } },
      );
    expect(give).toThrow(ContractBreachError);
    expect(give).toThrow(
      /^retrieveCustomer 200 body\/id: expected must be string, got 7 \(body-schema, spec \/components\/schemas\/Customer\/properties\/id\/type\); to send it all the same, give allowBreach: true$/,
    );
  });

  it('fails the request when it is computed, and is among the breaches', async () => {
    const fake = createFakePlexo();
    fake.answer('retrieveCustomer', () => ({
      body: JSON.parse('{"email":7}'),
    }));
    await expect(retrieve(fake)).rejects.toThrow(/^retrieveCustomer 200 body: .* \(and 1 more\); to send/);
    expect(fake.breaches.map(({ of, operation, at }) => [of, operation, at])).toEqual([
      ['answer', 'retrieveCustomer', 'body'],
      ['answer', 'retrieveCustomer', 'body/email'],
    ]);
  });

  it('is sent when it says that it may be, fixed or computed', async () => {
    const fake = createFakePlexo();
    fake.answer('retrieveCustomer', { allowBreach: true, body: { id: 7 } }, { times: 1 });
    fake.answer('retrieveCustomer', () => ({ allowBreach: true, status: 206, text: '"text"' }), { times: 1 });
    expect(await answered(fake)).toEqual([200, { id: 7 }]);
    expect(await answered(fake)).toEqual([206, 'text']);
    expect(fake.breaches).toEqual([]);
  });

  it('has no body unless it is given one, where the contract describes none', async () => {
    const fake = createFakePlexo();
    fake.answer('retrieveCustomer', { allowBreach: true, status: 302, headers: { location: '/' } });
    expect(await answered(fake)).toEqual([302, undefined]);
  });

  it('is not what only deserves a warning', () => {
    const response = { status: 401, headers: new Headers(), body: new Uint8Array() };
    expect(judge({ operation: 'listCustomers', response })).toHaveLength(1);
    expect(breachesOf('listCustomers', response)).toEqual([]);
  });

  it('that is let through is what a validating client finds', async () => {
    const fake = createFakePlexo();
    fake.answer('retrieveCustomer', { allowBreach: true, body: { id: 7 } });
    const plexo = createPlexoClient({
      clientId: 'client',
      apiKey: 'key',
      baseUrl: 'http://localhost',
      fetch: fake.fetch,
      validation: contractValidation({ reads: 'strict' }),
    });
    await expect(plexo.customers.retrieve('id')).rejects.toThrow(ResponseValidationError);
  });

  it('that no platform can make is refused when it is given', () => {
    const fake = createFakePlexo();
    expect(() => fake.answer('deleteCustomer', { allowBreach: true, status: 204, body: {} })).toThrow(
      'deleteCustomer: fetch can give no response of status 204 with a body of 2 bytes',
    );
    expect(() => fake.answer('deleteCustomer', { allowBreach: true, status: 99 })).toThrow(/of status 99/);
  });

  it('leaves no instruction behind', async () => {
    const fake = createFakePlexo();
    expect(() => fake.answer('retrieveCustomer', { body: JSON.parse('{}') })).toThrow(ContractBreachError);
    expect(await answered(fake)).toEqual([200, fixtures.CustomerFull]);
  });
});

describe('TypeScript and the fake both refuse', () => {
  const fake = createFakePlexo();

  it('an operation that there is none of', () => {
    expect(() =>
      fake.answer(
        // @ts-expect-error: no such operation.
        'retrieveCustomers',
        {},
      ),
    ).toThrow(/^there is no operation "retrieveCustomers", use one of listCustomers, /);
    expect(() =>
      fake.fault(
        // @ts-expect-error: no such operation.
        'toString',
        'reset',
      ),
    ).toThrow(/^there is no operation "toString"/);
  });

  it('a status that the operation does not document', () => {
    expect(() =>
      fake.answer(
        'retrieveCustomer',
        // @ts-expect-error: a read answers 200.
        { status: 201 },
      ),
    ).toThrow(/^retrieveCustomer 201 status: expected one of 200, 400, 401, 404, default, got 201/);
    expect(() =>
      fake.answer(
        'createCustomer',
        // @ts-expect-error: a redirect is documented nowhere.
        { status: 302 },
      ),
    ).toThrow(ContractBreachError);
  });

  it('an example that the status does not have', () => {
    expect(() =>
      fake.answer(
        'retrieveCustomer',
        // @ts-expect-error: an example of another operation.
        { example: 'several' },
      ),
    ).toThrow('retrieveCustomer 200: there is no example "several", use one of full, minimal, nulls');
    expect(() =>
      fake.answer(
        'retrieveCustomer',
        // @ts-expect-error: an example of another status.
        { status: 404, example: 'full' },
      ),
    ).toThrow('retrieveCustomer 404: there is no example "full", use one of notFound');
    expect(() =>
      fake.answer(
        'deleteCustomer',
        // @ts-expect-error: a response without a body has no examples.
        { example: 'deleted' },
      ),
    ).toThrow('deleteCustomer 204: there is no example "deleted", use none');
  });

  it('a body of another model', () => {
    expect(() =>
      fake.answer(
        'retrieveCustomer',
        // @ts-expect-error: a failure is no customer.
        { status: 404, body: fixtures.CustomerFull },
      ),
    ).toThrow(/^retrieveCustomer 404 body: expected must have required property/);
    expect(() =>
      fake.answer(
        'listCustomers',
        // @ts-expect-error: a list is an array.
        { body: fixtures.CustomerFull },
      ),
    ).toThrow(/^listCustomers 200 body: expected must be array/);
    expect(() =>
      fake.answer(
        'deleteCustomer',
        // @ts-expect-error: a 204 has no body.
        { body: {} },
      ),
    ).toThrow(/^deleteCustomer 204 body: expected no body/);
    expect(() =>
      fake.answer(
        'retrieveCustomer',
        // @ts-expect-error: only the body of a 401 may be left out.
        { body: null },
      ),
    ).toThrow(/^retrieveCustomer 200 body: expected a body of application\/json, got no body/);
  });

  it('text that is no JSON, an example beside a body, and a member of another name', () => {
    expect(() =>
      fake.answer(
        'retrieveCustomer',
        // @ts-expect-error: text needs allowBreach.
        { text: 'plain' },
      ),
    ).toThrow(/^retrieveCustomer 200 body: expected well-formed JSON/);
    expect(() =>
      // @ts-expect-error: one of both.
      fake.answer('retrieveCustomer', { example: 'full', body: fixtures.CustomerFull }),
    ).toThrow('retrieveCustomer 200: give one of example, body and text');
    expect(() =>
      fake.answer(
        'retrieveCustomer',
        // @ts-expect-error: misspelt.
        { staus: 404 },
      ),
    ).toThrow('retrieveCustomer 200: an answer has no "staus", only status, example,');
  });

  it('a computed answer of another type', async () => {
    const computing = createFakePlexo();
    // @ts-expect-error: an id is a string.
    computing.answer('retrieveCustomer', () => ({ body: { id: 7 } }));
    await expect(retrieve(computing)).rejects.toThrow(ContractBreachError);
  });
});
