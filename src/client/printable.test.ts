import { describe, expect, it } from 'vitest';
import type { Finding } from '../contract/finding.ts';
import { printable } from './printable.ts';

const FINDING: Finding = {
  rule: 'body-schema',
  severity: 'error',
  operation: 'retrieveCustomer',
  status: 200,
  spec: '/spec',
  at: 'body/id',
  keyword: 'type',
  expected: 'must be string',
  got: '"canary"',
};
const gotOf = (given: Partial<Finding>) => printable([{ ...FINDING, ...given }])[0]?.got;

describe('a printable finding', () => {
  it('says what and where, and nothing of the exchange beside it', () => {
    expect(printable([FINDING])).toEqual([
      {
        rule: 'body-schema',
        spec: '/spec',
        at: 'body/id',
        keyword: 'type',
        expected: 'must be string',
        got: 'a string',
      },
    ]);
  });

  it('is a breach of the contract; a warning is none', () => {
    const warning: Finding = { ...FINDING, severity: 'warning' };
    expect(printable([warning, FINDING, warning])).toHaveLength(1);
    expect(printable([])).toEqual([]);
  });

  it.each([
    ['"a"', 'a string'],
    ['{"a":1}', 'an object'],
    ['[1]', 'an array'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', 'nothing or null'],
    ['nothing', 'nothing or null'],
    ['-1', 'a number'],
    ['07', 'a number'],
    ['…7', 'something else'],
    ['', 'something else'],
  ])('shows %s as %s', (got, kind) => {
    expect(gotOf({ got })).toBe(kind);
  });

  it.each(['status-documented', 'media-type', 'body-presence'])(
    'keeps what %s got, for that is no body',
    (rule) => {
      expect(gotOf({ rule, got: 'text/html' })).toBe('text/html');
    },
  );

  it('keeps the name of a property that is missing, for the contract names it', () => {
    expect(gotOf({ keyword: 'required', got: 'no id' })).toBe('no id');
  });

  it('says of broken JSON only that it is broken', () => {
    expect(gotOf({ rule: 'json-well-formed', keyword: undefined, got: '{"canary' })).toBe(
      'text that is not JSON',
    );
  });
});
