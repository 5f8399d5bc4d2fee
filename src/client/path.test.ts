import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlexoClient } from '../index.ts';
import { RequestError } from './errors.ts';
import { filledPath, pathSegment } from './path.ts';

describe('a path', () => {
  it('is filled in with each of its parameters, and stays as it is without any', () => {
    const path = '/v1/customers/{customerId}/payment-instruments/{token}';
    expect(filledPath('deletePaymentInstrument', path, { customerId: 'a b', token: 't/1' })).toBe(
      '/v1/customers/a%20b/payment-instruments/t%2F1',
    );
    expect(filledPath('listCustomers', '/v1/customers', {})).toBe('/v1/customers');
  });

  it('is refused without one of its parameters, which is named, and its operation where there is one', () => {
    expect(() => filledPath('retrieveCustomer', '/v1/customers/{customerId}', {})).toThrow(
      /^retrieveCustomer: customerId must be a string, got undefined; nothing was sent$/,
    );
    expect(() => filledPath(undefined, '/v1/customers/{customerId}', {})).toThrow(/^request: customerId /);
    try {
      filledPath('retrieveCustomer', '/v1/customers/{customerId}', { customerId: '' });
      expect.fail('nothing was refused');
    } catch (error) {
      expect(error).toMatchObject({ operation: 'retrieveCustomer', outcome: 'not_sent', attempts: 0 });
    }
  });
});

describe('a path segment', () => {
  it.each(['a', 'a.b', '...', ' ', '~', 'ñ', '\u0080'])('that is %j is percent-encoded', (value) => {
    expect(pathSegment('deleteCustomer', 'customerId', value)).toBe(encodeURIComponent(value));
  });

  it.each([
    ['empty', '', /is empty/],
    ['a dot', '.', /would address another resource/],
    ['two dots', '..', /would address another resource/],
    ['undefined', undefined, /must be a string, got undefined/],
    ['null', null, /must be a string, got null/],
    ['a number', 7, /must be a string, got number/],
    ['a line break', 'a\nb', /control character/],
    ['a NUL', 'a\u0000', /control character/],
    ['a unit separator', 'a\u001fb', /control character/],
    ['a DEL', '\u007fa', /control character/],
    ['half a surrogate pair', '\ud800', /surrogate/],
  ])('that is %s is refused before anything is sent', (_, value, message) => {
    expect(() => pathSegment('deleteCustomer', 'customerId', value)).toThrow(RequestError);
    expect(() => pathSegment('deleteCustomer', 'customerId', value)).toThrow(message);
  });

  it('reaches the server as exactly the id that was given, or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('..', '%2e%2e', 'a/../b', '?', '#'),
        ),
        async (id) => {
          let path: string | undefined;
          const plexo = createPlexoClient({
            clientId: 'client',
            apiKey: 'key',
            baseUrl: 'http://127.0.0.1:9',
            fetch: async (input) => {
              path = new URL(new Request(input).url).pathname;
              return new Response(null, { status: 204 });
            },
          });
          const refused = await plexo.customers.delete(id).then(
            () => false,
            (error: unknown) => error instanceof RequestError,
          );
          if (refused) {
            expect(path).toBeUndefined();
            return;
          }
          expect(path?.split('/')).toHaveLength(4);
          expect(decodeURIComponent(path?.split('/')[3] ?? '')).toBe(id);
        },
      ),
    );
  });
});
