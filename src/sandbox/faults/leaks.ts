/** Faults of discretion: secrets, card numbers and internals in answers. */
import { numberOf, TEST_CARDS } from '../cards.ts';
import type { Asked, Fault, PlannedAnswer } from '../fault.ts';

function leak(
  id: string,
  title: string,
  caughtBy: string,
  answer: (answer: PlannedAnswer, asked: Asked) => PlannedAnswer,
): Fault {
  return { id, kind: 'leak', title, caughtBy, answer };
}

function withMessage(answer: PlannedAnswer, message: string): PlannedAnswer {
  return answer.body === undefined ? answer : { ...answer, body: { ...answer.body, message } };
}

/** The key in a header, whether it is right or not. */
function keyIn(authorization: string | null): string {
  try {
    return atob(authorization?.split(' ')[1] ?? '')
      .split(':')
      .slice(1)
      .join(':');
  } catch {
    return '';
  }
}

const [CARD] = TEST_CARDS;
const NUMBER = CARD === undefined ? '' : numberOf(CARD);

export const leakFaults: readonly Fault[] = [
  leak(
    'api-key-in-error',
    'an error quotes the API key that was sent',
    'secret-leak',
    (answer, { authorization }) => {
      const key = keyIn(authorization);
      return answer.status >= 400 && key !== ''
        ? withMessage(answer, `not allowed with the key ${key}`)
        : answer;
    },
  ),
  leak(
    'authorization-echoed',
    'the header with the credentials comes back',
    'secret-leak',
    (answer, { authorization }) =>
      authorization === null
        ? answer
        : { ...answer, headers: { ...answer.headers, 'x-authorization': authorization } },
  ),
  leak(
    'card-number-in-name',
    'the name of an instrument is the whole card number',
    'card-number',
    (answer, { operation }) =>
      operation === 'listPaymentInstruments' && Array.isArray(answer.body)
        ? { ...answer, body: answer.body.map((item) => ({ ...item, name: NUMBER })) }
        : answer,
  ),
  leak(
    'card-number-in-payment',
    'a payment holds the whole card number',
    'card-number',
    (answer, { operation }) =>
      operation === 'createPayment' && answer.status === 201
        ? { ...answer, body: { ...Object(answer.body), paymentMethod: { card: { number: NUMBER } } } }
        : answer,
  ),
  leak(
    'card-number-in-header',
    'a header holds the whole card number',
    'card-number',
    (answer, { operation }) =>
      operation === 'listPaymentInstruments'
        ? { ...answer, headers: { ...answer.headers, 'x-card': NUMBER } }
        : answer,
  ),
  leak('stack-in-error', 'an error shows where in the code it arose', 'internals-leak', (answer) =>
    answer.status >= 400
      ? withMessage(
          answer,
          'NullReferenceException\n   at Core.Customers.Get(String id) in /src/Customers.cs:line 42',
        )
      : answer,
  ),
  leak(
    'request-echoed',
    'the refusal of a broken request quotes its whole body',
    'card-canaries',
    (answer, { body }) =>
      answer.status === 400 && body !== undefined
        ? withMessage(answer, `refused: ${JSON.stringify(body)}`)
        : answer,
  ),
];
