/**
 * The formats that this contract asserts. They are written here because these very functions run in two places: in ajv
 * when the contract is compiled, and in the standalone validators, into which they are bundled.
 */

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * `date-time` of RFC 3339, section 5.6, with the limits of section 5.7. Stricter than ajv-formats, which also takes a
 * space for the `T`, offsets without a colon and offsets without minutes.
 */
function isDateTime(text: string): boolean {
  const match = DATE_TIME.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offsetHour = Number(match[8] ?? 0);
  const offsetMinute = Number(match[9] ?? 0);
  if (day < 1 || day > daysIn(year, month)) return false;
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const minutes = hour * 60 + minute - (match[7] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  // A leap second ends a day of UTC, whatever the local offset (RFC 3339, appendix D).
  return second === 60 && (minutes + 1440) % 1440 === 1439;
}

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** By name, in the form that ajv's `addFormat` takes; the number formats are those of the OpenAPI format registry. */
export const formats = {
  'date-time': isDateTime,
  int32: {
    type: 'number',
    validate: (value: number): boolean => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
  },
  double: { type: 'number', validate: (value: number): boolean => Number.isFinite(value) },
} as const;
