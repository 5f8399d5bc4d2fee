import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlexoClient } from '../index.ts';
import { RequestError } from './errors.ts';
import { pathSegment } from './path.ts';

describe('a path segment', () => {
  it.each([
    ['empty', '', /is empty/],
    ['a dot', '.', /would address another resource/],
    ['two dots', '..', /would address another resource/],
    ['undefined', undefined, /must be a string, got undefined/],
    ['null', null, /must be a string, got null/],
    ['a number', 7, /must be a string, got number/],
    ['a line break', 'a\nb', /control character/],
    ['a NUL', 'a\u0000', /control character/],
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
