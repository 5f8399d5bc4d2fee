import { describe, expect, it, vi } from 'vitest';
import { type Route, routes } from '../../generated/routes.ts';
import { parseJson, parseSuccess } from './parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const answered = (contentType?: string) =>
  new Response(null, { headers: contentType === undefined ? {} : { 'content-type': contentType } });

describe('a success', () => {
  it.each(['application/json', 'Application/JSON; charset=utf-8', ' application/json ; charset=utf-8'])(
    'of media type %j is read',
    (contentType) => {
      expect(parseSuccess(routes.listCustomers, answered(contentType), bytes('[1]'))).toEqual({ value: [1] });
    },
  );

  it('may be null, which is a value', () => {
    expect(parseSuccess(routes.listCustomers, answered('application/json'), bytes('null'))).toEqual({
      value: null,
    });
  });

  it('that has no body by contract has no value, whatever was sent', () => {
    expect(parseSuccess(routes.deleteCustomer, answered('text/html'), bytes('<p>'))).toEqual({});
    expect(parseSuccess(routes.deleteCustomer, answered(), bytes(''))).toEqual({});
  });

  const spec = '/paths/~1v1~1customers/get/responses/200/content';

  it.each([
    [
      'nothing',
      'application/json',
      '',
      { rule: 'body-presence', at: 'body', expected: 'a body of application/json', got: 'no body' },
    ],
    [
      'another media type',
      'text/html; charset=utf-8',
      '[]',
      { rule: 'media-type', at: 'header content-type', expected: 'application/json', got: 'text/html' },
    ],
    [
      'no media type',
      undefined,
      '[]',
      { rule: 'media-type', at: 'header content-type', expected: 'application/json', got: 'no content-type' },
    ],
    [
      'JSON that is cut off',
      'application/json',
      '[{"id',
      {
        rule: 'json-well-formed',
        at: 'body',
        expected: 'well-formed JSON',
        got: '5 bytes that are broken or cut off',
      },
    ],
  ])('that holds %s is a finding at its place in the spec', (_, contentType, text, finding) => {
    expect(parseSuccess(routes.listCustomers, answered(contentType), bytes(text))).toEqual({
      finding: { ...finding, spec },
    });
  });

  it('is pointed to by an escaped JSON Pointer', () => {
    const route: Route = { ...routes.listCustomers, path: '/a~b/{c}/~' };
    expect(parseSuccess(route, answered(), bytes('[]')).finding?.spec).toBe(
      '/paths/~1a~0b~1{c}~1~0/get/responses/200/content',
    );
  });
});

describe('JSON', () => {
  it.each([
    ['no JSON', bytes('{')],
    ['a byte order mark', bytes('\ufeff{}')],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ])('is absent where there is %s', (_, given) => {
    expect(parseJson(given)).toBeUndefined();
  });

  it('is read by the same rules from the first text on', async () => {
    vi.resetModules();
    const fresh = await import('./parse.ts');
    expect(fresh.parseJson(bytes('\ufeff{}'))).toBeUndefined();
    expect(fresh.parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
    expect(fresh.parseJson(bytes('"añ€"'))).toBe('añ€');
  });

  it('is read as UTF-8, time after time', () => {
    expect(parseJson(bytes('"añ€"'))).toBe('añ€');
    expect(parseJson(bytes('"b"'))).toBe('b');
  });
});
