import type { Breach, JudgeRule } from '../rule.ts';

export const cardNumber: JudgeRule = {
  id: 'card-number',
  severity: 'error',
  judge({ exchange, text, operation }) {
    const places = [
      ...[...exchange.response.headers].map(([name, value]) => [`header ${name}`, value] as const),
      ['body', text ?? ''] as const,
    ];
    return places.flatMap(([at, value]): readonly Breach[] => {
      const found = cardNumbers(value);
      const [first] = found;
      if (first === undefined) return [];
      const got = `${found.length === 1 ? 'one' : found.length}, ending in ${first.slice(-2)}`;
      return [{ spec: `${operation.pointer}/responses`, at, expected: 'no whole card number', got }];
    });
  },
};

/**
 * Digits in one run, or in the groups in which cards print them. A letter, a digit, a dot or a dash beside them makes them part
 * of something else: a UUID, an amount, a time.
 */
const CANDIDATE =
  /(?<![\w.+-])(?:[2-6]\d{12,18}|[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}|3\d{3}([ -])\d{6}\2\d{5})(?![\w-]|\.\d)/g;

/** Every text of 13 to 19 digits that a card scheme could have issued: right first digit, right check digit. */
export function cardNumbers(text: string): readonly string[] {
  return [...text.matchAll(CANDIDATE)]
    .map(([candidate]) => candidate.replaceAll(/[ -]/g, ''))
    .filter(hasCheckDigit);
}

/** The check digit of ISO/IEC 7812-1, annex B, known as Luhn's. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}
