import { describe, expect, it } from 'vitest';
import { fixtures } from '../../../generated/fixtures.ts';
import type { OperationId } from '../../../generated/operations.ts';
import type { Exchange } from '../exchange.ts';
import { coreRules, judge } from '../judge.ts';
import { allRules } from './all.ts';
import { cardNumbers } from './card-number.ts';
import { duplicateKeys } from './json-duplicate-keys.ts';
import { ruleTexts } from './texts.ts';

const SECRET = 'key-that-must-not-come-back';
const AUTHORIZATION = `Basic ${btoa(`client:${SECRET}`)}`;

interface Given {
  readonly status?: number;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Record<string, string>;
}

function exchange(operation: OperationId, { status = 200, body, raw, headers }: Given): Exchange {
  const text = raw ?? (body === undefined ? '' : JSON.stringify(body));
  return {
    operation,
    request: {
      method: 'GET',
      url: 'http://127.0.0.1/',
      headers: new Headers({ authorization: AUTHORIZATION }),
      body: '',
    },
    response: {
      status,
      headers: new Headers(text === '' ? headers : { 'content-type': 'application/json', ...headers }),
      body: new TextEncoder().encode(text),
    },
  };
}

const NOT_FOUND = fixtures.ErrorNotFound;
/** A test number that every card scheme's sandbox knows, put together here so that it stands nowhere as a whole. */
const CARD = ['4111', '1111', '1111', '1111'].join('');

const BROKEN: readonly {
  rule: string;
  title: string;
  operation?: OperationId;
  kept: Given;
  broken: Given;
  at: string;
}[] = [
  {
    rule: 'json-duplicate-keys',
    title: 'a second id',
    kept: { raw: '{"id":"1","metadata":{"id":"2"}}' },
    broken: { raw: '{"id":"1","id":"2"}' },
    at: 'body/id',
  },
  {
    rule: 'error-status',
    title: 'a body that names another status',
    kept: { status: 404, body: NOT_FOUND },
    broken: { status: 404, body: { ...NOT_FOUND, status: 400 } },
    at: 'body/status',
  },
  {
    rule: 'undocumented-property',
    title: 'a property more, deep in a list',
    operation: 'listPaymentInstruments',
    kept: { body: [{ token: 't', issuer: { id: 1 } }] },
    broken: { body: [{ token: 't', issuer: { id: 1, shortName: 'V' } }] },
    at: 'body/0/issuer/shortName',
  },
  {
    rule: 'no-content-headers',
    title: 'a media type on 204',
    operation: 'deleteCustomer',
    kept: { status: 204 },
    broken: { status: 204, headers: { 'content-type': 'application/json' } },
    at: 'header content-type',
  },
  {
    rule: 'server-error',
    title: 'a 503',
    kept: { status: 429, body: { ...NOT_FOUND, status: 429 } },
    broken: { status: 503, body: { ...NOT_FOUND, status: 503 } },
    at: 'status',
  },
  {
    rule: 'secret-leak',
    title: 'the key in a message',
    kept: { status: 404, body: { ...NOT_FOUND, message: 'client was not found' } },
    broken: { status: 404, body: { ...NOT_FOUND, message: `bad key ${SECRET}` } },
    at: 'body',
  },
  {
    rule: 'secret-leak',
    title: 'the whole header in a header',
    kept: { body: { id: '1' } },
    broken: { body: { id: '1' }, headers: { 'x-echo': AUTHORIZATION } },
    at: 'header x-echo',
  },
  {
    rule: 'card-number',
    title: 'a whole number in a name',
    operation: 'listPaymentInstruments',
    kept: { body: [{ token: 't', name: '411111XXXXXX1111' }] },
    broken: { body: [{ token: 't', name: CARD }] },
    at: 'body',
  },
  {
    rule: 'internals-leak',
    title: 'a stack',
    kept: { status: 404, body: { ...NOT_FOUND, message: 'look at (a): 1:2' } },
    broken: { status: 404, body: { ...NOT_FOUND, message: 'x\n    at find (file:///srv/a.js:10:3)\n' } },
    at: 'body',
  },
  {
    rule: 'allow-header',
    title: 'a 405 that does not say what is allowed',
    kept: { status: 405, body: { ...NOT_FOUND, status: 405 }, headers: { allow: 'PUT, GET, HEAD, DELETE' } },
    broken: { status: 405, body: { ...NOT_FOUND, status: 405 } },
    at: 'header allow',
  },
];

describe("the checker's own rules", () => {
  it.each(BROKEN)(
    '$rule alone finds $title',
    ({ rule, operation = 'retrieveCustomer', kept, broken, at }) => {
      const found = (given: Given) => judge(exchange(operation, given), { rules: allRules });
      expect(found(kept)).toEqual([]);
      expect(found(broken)).toMatchObject([{ rule, at }]);
    },
  );

  it('each have a breaking case', () => {
    const own = allRules.filter((rule) => !coreRules.includes(rule)).map(({ id }) => id);
    expect(own.filter((id) => !BROKEN.some(({ rule }) => rule === id))).toEqual([]);
  });

  it('and those of the client have distinct ids, each with its words', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
    expect(allRules.map(({ id }) => id).sort()).toEqual(Object.keys(ruleTexts).sort());
  });

  it('make an error of every warning when they are strict', () => {
    const given = exchange('retrieveCustomer', { body: { id: '1', shoeSize: 42 } });
    const severity = (strict: boolean) =>
      judge(given, { rules: allRules, strict }).map((finding) => finding.severity);
    expect([severity(false), severity(true)]).toEqual([['warning'], ['error']]);
  });
});

describe('a name that stands twice', () => {
  it.each([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', []],
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":{"b":[0,{"c":1,"c":2}]}}', ['/a/b/1/c']],
    ['{"a":"\\",\\"a\\":","b":"{\\"b\\":1}"}', []],
    ['{"\\u0061":1,"a":2}', ['/a']],
    ['[["a","a"],["a"]]', []],
    ['{"a/b":1,"a/b":2}', ['/a~1b']],
    ['"a"', []],
  ])('is found in %s', (text, places) => {
    expect(duplicateKeys(text)).toEqual(places);
  });
});

describe('a card number', () => {
  const groups = CARD.replaceAll(/(.{4})(?=.)/g, '$1 ');
  it.each([CARD, groups, groups.replaceAll(' ', '-'), `{"pan":${CARD}}`, `card ${CARD}.`, `(${CARD})`])(
    'is found in %j',
    (text) => {
      expect(cardNumbers(text)).toEqual([CARD]);
    },
  );

  it.each([
    ['a wrong check digit', CARD.replace(/.$/, '2')],
    ['a mask', '411111XXXXXX1111'],
    ['a UUID', '41111111-1111-4111-8111-111111111111'],
    ['a part of a longer token', `a${CARD}`],
    ['a time in milliseconds', '1764086400000'],
    ['a number with a country code', `+${CARD}`],
    ['a decimal', `0.${CARD}`],
  ])('is not seen in %s', (_, text) => {
    expect(cardNumbers(text)).toEqual([]);
  });
});
