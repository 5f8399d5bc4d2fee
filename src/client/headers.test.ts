import { describe, expect, it } from 'vitest';
import { checkedHeaders } from './headers.ts';

const check = (given: Record<string, unknown> | undefined) =>
  // Wrong types are the point: JavaScript callers can pass them.
  checkedHeaders(given as Record<string, string> | undefined, (message) => new Error(message));

describe('the headers of a call', () => {
  it('may be absent, and are copied, so that a later change is not sent', () => {
    expect(check(undefined)).toEqual({});
    const given = { 'x-trace': '1' };
    const checked = check(given);
    given['x-trace'] = '2';
    expect(checked).toEqual({ 'x-trace': '1' });
  });

  it.each(['x-trace', 'X_1', "!#$%&'*+.^_`|~", '0', 'hosts', 'x-host', 'upgrade-insecure-requests'])(
    'may be called %s',
    (name) => {
      expect(check({ [name]: 'v' })).toEqual({ [name]: 'v' });
    },
  );

  it.each(['', ' x', 'x ', 'x y', 'x:', 'x\n', '\nx', 'é', '(x)'])('may not be called %j', (name) => {
    expect(() => check({ [name]: 'v' })).toThrow(
      new Error(`the header name ${JSON.stringify(name)} cannot be sent`),
    );
  });

  it('are quoted with no more than the beginning of a name', () => {
    expect(() => check({ [`${'x'.repeat(40)}canary `]: 'v' })).toThrow(
      new Error(`the header name "${'x'.repeat(40)}" cannot be sent`),
    );
  });

  it.each([
    'connection',
    'content-length',
    'expect',
    'host',
    'keep-alive',
    'transfer-encoding',
    'upgrade',
    'Host',
    'TRANSFER-ENCODING',
  ])('cannot frame the message: %s', (name) => {
    expect(() => check({ [name]: 'v' })).toThrow(/is the transport's and cannot be set$/);
  });

  it.each(['', 'a b', 'a\tb', '\u0020\u007e', '\u0080\u00ff'])('may hold %j', (value) => {
    expect(check({ 'x-a': value })).toEqual({ 'x-a': value });
  });

  it.each(['a\n', '\na', 'a\rb', '\u0000', '\u001f', '\u007f', '€', '\u0100'])('may not hold %j', (value) => {
    expect(() => check({ 'x-a': value })).toThrow(
      new Error('the header x-a holds a character that cannot be sent'),
    );
  });

  it.each([
    [null, 'null'],
    [7, 'number'],
    [undefined, 'undefined'],
    [['a'], 'object'],
  ])('must be strings, not %j', (value, kind) => {
    expect(() => check({ 'x-a': value })).toThrow(new Error(`the header x-a must be a string, got ${kind}`));
  });

  it('are all checked, not only the first', () => {
    expect(() => check({ 'x-a': 'fine', host: 'elsewhere' })).toThrow(/^the header host /);
  });
});
