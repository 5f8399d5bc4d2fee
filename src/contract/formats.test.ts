import { expect, it } from 'vitest';
import { contractAjv } from '../../scripts/generate/ajv.ts';

const ajv = contractAjv({ code: false });

function accepts(format: string, type: string, value: unknown): boolean {
  return ajv.compile({ type, format })(value) === true;
}

it.each([
  '2026-11-23T10:15:30Z',
  '2026-11-23t10:15:30z',
  '2026-11-23T10:15:30.123456789-03:00',
  '2024-02-29T00:00:00+23:59',
  '1990-12-31T23:59:60Z',
  '1990-12-31T15:59:60-08:00',
  '1991-01-01T08:59:60+09:00',
])('takes %s for a date-time', (text) => {
  expect(accepts('date-time', 'string', text)).toBe(true);
});

it.each([
  ['a space instead of the T', '2026-11-23 10:15:30Z'],
  ['no offset', '2026-11-23T10:15:30'],
  ['an offset without colon', '2026-11-23T10:15:30+0300'],
  ['an offset without minutes', '2026-11-23T10:15:30+03'],
  ['no seconds', '2026-11-23T10:15Z'],
  ['a date alone', '2026-11-23'],
  ['month 13', '2026-13-01T00:00:00Z'],
  ['month 0', '2026-00-01T00:00:00Z'],
  ['day 0', '2026-01-00T00:00:00Z'],
  ['29 February of a common year', '2025-02-29T00:00:00Z'],
  ['29 February of 1900', '1900-02-29T00:00:00Z'],
  ['31 April', '2026-04-31T00:00:00Z'],
  ['hour 24', '2026-11-23T24:00:00Z'],
  ['minute 60', '2026-11-23T10:60:00Z'],
  ['second 61', '2026-11-23T23:59:61Z'],
  ['a leap second at noon', '2026-11-23T12:00:60Z'],
  ['offset hour 24', '2026-11-23T10:15:30+24:00'],
  ['offset minute 60', '2026-11-23T10:15:30+03:60'],
  ['text around it', ' 2026-11-23T10:15:30Z '],
  ['a line break behind it', '2026-11-23T10:15:30Z\n'],
])('refuses a date-time with %s', (_title, text) => {
  expect(accepts('date-time', 'string', text)).toBe(false);
});

it.each([
  ['the least int32', 'int32', -2147483648, true],
  ['the greatest int32', 'int32', 2147483647, true],
  ['one more', 'int32', 2147483648, false],
  ['one less', 'int32', -2147483649, false],
  ['a fraction as int32', 'int32', 1.5, false],
  ['a fraction as double', 'double', 100.5, true],
  ['an address without domain as email', 'email', 'a@b', false],
  ['an address as email', 'email', 'customer@example.com', true],
])('judges %s', (_title, format, value, fits) => {
  expect(accepts(format, typeof value, value)).toBe(fits);
});
