import { pointer } from '../../../src/contract/pointer.ts';
import type { Fault, Rule } from '../rule.ts';

/** Runs of 13 to 19 digits that stand alone, whole or in groups; identifiers in hexadecimal are none. */
const DIGIT_RUN = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;
const CREDENTIALS: readonly [name: string, shape: RegExp][] = [
  ['a bearer token', /\bBearer [A-Za-z0-9._~+/-]{16,}/],
  ['an access key', /\b(sk|pk|rk)_(live|test)_[A-Za-z0-9]{8,}|\bAKIA[0-9A-Z]{16}\b/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['credentials in an address', /\bhttps?:\/\/[^\s/:@]+:[^\s/@]+@/],
];

export const noCardNumber: Rule = {
  id: 'no-card-number',
  title: 'No text or example holds a card number or a credential',
  why: 'Examples are copied into code, logs and tickets. A number that passes the card check puts all of them in scope of PCI DSS.',
  check: (document) => scan(document, ''),
};

function* scan(value: unknown, place: string): Generator<Fault> {
  if (typeof value === 'string' || typeof value === 'number') {
    const fault = faultIn(String(value));
    if (fault !== undefined) yield { pointer: place, message: `${fault}; replace it with an invented value` };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) yield* scan(child, `${place}${pointer(key)}`);
  }
}

/** `Basic` is also a word of prose; only what decodes to a pair is a credential (RFC 7617, section 2). */
const BASIC = /\bBasic ([A-Za-z0-9+/]{4,}={0,2})(?![A-Za-z0-9+/=])/g;

function faultIn(text: string): string | undefined {
  for (const [run] of text.matchAll(DIGIT_RUN)) {
    const digits = run.replace(/\D/g, '');
    // The number itself stays out of the message: a lint log must not spread what the rule forbids.
    if (passesLuhn(digits))
      return `a card number of ${digits.length} digits that ends in ${digits.slice(-4)}`;
  }
  for (const [, encoded = ''] of text.matchAll(BASIC)) {
    if (encoded.length % 4 === 0 && atob(encoded).includes(':')) return 'Basic credentials';
  }
  return CREDENTIALS.find(([, shape]) => shape.test(text))?.[0];
}

/** The check digit of ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, character] of [...digits].reverse().entries()) {
    const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
