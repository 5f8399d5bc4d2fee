/** The test cards of the sandbox. A card is named by its id; its number exists only where a number has to be typed. */

/** A card of the sandbox, and what becomes of charges of it. */
export interface TestCard {
  /** What `completeSession({ card })` and `seed({ customers: [{ cards }] })` take. */
  readonly id: string;
  /** Name of the brand as `issuer.name`. */
  readonly brand: string;
  /** Number of the brand as `issuer.id`; made up, because no list is published. */
  readonly issuer: number;
  /** The `type` of its instruments. */
  readonly type: 'credit' | 'debit' | 'prepaid';
  /** The first six digits of its number. */
  readonly bin: string;
  /** What becomes of charges. */
  readonly behaviour: 'approved' | 'denied' | 'limited' | 'expired';
  /** One line for people: the brand, the type, and what becomes of charges. */
  readonly title: string;
}

/** A charge of the limited card above this total, in major units of any currency, is denied. */
export const LIMIT = 1_000;

/**
 * Every card that the sandbox knows.
 *
 * @example
 * ```ts
 * for (const { id, title } of TEST_CARDS) console.log(`${id}: ${title}`);
 * ```
 */
export const TEST_CARDS: readonly TestCard[] = [
  {
    id: 'visa-credit',
    brand: 'VISA',
    issuer: 1,
    type: 'credit',
    bin: '424242',
    behaviour: 'approved',
    title: 'VISA credit: every charge is approved',
  },
  {
    id: 'mastercard-debit',
    brand: 'MASTERCARD',
    issuer: 2,
    type: 'debit',
    bin: '555555',
    behaviour: 'approved',
    title: 'MASTERCARD debit: every charge is approved',
  },
  {
    id: 'visa-prepaid',
    brand: 'VISA',
    issuer: 1,
    type: 'prepaid',
    bin: '411111',
    behaviour: 'limited',
    title: `VISA prepaid: charges up to ${LIMIT} are approved`,
  },
  {
    id: 'visa-declined',
    brand: 'VISA',
    issuer: 1,
    type: 'credit',
    bin: '400000',
    behaviour: 'denied',
    title: 'VISA credit: every charge is denied',
  },
  {
    id: 'mastercard-expired',
    brand: 'MASTERCARD',
    issuer: 2,
    type: 'credit',
    bin: '510000',
    behaviour: 'expired',
    title: 'MASTERCARD credit: expired last month',
  },
];

/** The card with an id, or with a number. */
export function testCard(given: string): TestCard | undefined {
  return TEST_CARDS.find((card) => card.id === given || numberOf(card) === given);
}

/** The number: the first six digits over and over, and the digit that makes Luhn's sum come out (ISO/IEC 7812-1). */
export function numberOf({ bin }: TestCard): string {
  const body = bin.repeat(3).slice(0, 15);
  const sum = [...body].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

export function lastFourOf(card: TestCard): string {
  return numberOf(card).slice(-4);
}

/** First six and last four, the rest masked. */
export function maskedNumberOf(card: TestCard): string {
  return `${card.bin}XXXXXX${lastFourOf(card)}`;
}
