/**
 * Which status an answer must have, by the cause of it: the one table that every case takes its expectation from. Each cause is
 * a rule of the checker of its own, with its words.
 */
import type { RuleText } from './rules/texts.ts';

export interface Cause extends RuleText {
  /** `success` stands for the status that the operation documents for it. */
  readonly expected: readonly ('success' | number)[];
  /** Statuses that a documented reading of an open question gives: worth a warning, and no breach. */
  readonly tolerated?: readonly number[];
  /**
   * How far the contract describes the answer. `wholly`: by the operation. `loosely`: the refusal comes before the API's own
   * code, and the error model says that such an answer may look different; then its shape is worth a warning. `status`: no
   * operation was called, so there is nothing that describes the answer.
   */
  readonly described: 'wholly' | 'loosely' | 'status';
  /** Why a target that keeps nothing cannot be asked; absent where it can. */
  readonly stateless?: string;
}

const KNOWS_NO_ONE =
  'a target that keeps no state knows no credentials, and takes all that have the right form';
const KNOWS_NOTHING = 'a target that keeps no state has a record for every identifier';

export const causes = {
  'accepts-valid': {
    title: 'A request that keeps the contract is accepted',
    why: 'A caller who follows the contract to the letter has no other way to be right.',
    expected: ['success'],
    described: 'wholly',
  },
  'open-request': {
    title: 'A request whose acceptance no source settles is accepted, or refused with 400',
    why: 'The contract does not demand an e-mail address of a customer, nor the customer of a charge; servers were seen to, or may. Both are right until the question is answered; a probe tells which it is.',
    expected: ['success', 400],
    described: 'wholly',
  },
  'refuses-violation': {
    title: 'A request that breaks one constraint is refused with 400',
    why: 'What the contract forbids and the server takes is stored, and comes back to a client that cannot read it. Each request is proven to break exactly what it names, as it stands on the wire.',
    expected: [400],
    described: 'wholly',
  },
  'refuses-malformed-json': {
    title: 'A body that is not JSON is refused with 400',
    why: 'A server that guesses what a broken body meant stores something that nobody sent.',
    expected: [400],
    described: 'loosely',
  },
  'refuses-media-type': {
    title: 'A body of another media type is refused with 415 or 400',
    why: 'RFC 9110, section 15.5.16 has 415 for it; the contract documents 400 for every request that is refused for its form.',
    expected: [415, 400],
    described: 'loosely',
  },
  'requires-credentials': {
    title: 'A request without credentials is refused with 401',
    why: 'HTTP Basic is required on every operation. One that forgets to ask for it gives the data of payers to everyone.',
    expected: [401],
    described: 'wholly',
  },
  'refuses-wrong-password': {
    title: 'A wrong API key is refused with 401',
    why: 'A server that looks at the client and not at the key is open to everyone who has seen one request.',
    expected: [401],
    described: 'wholly',
    stateless: KNOWS_NO_ONE,
  },
  'refuses-unknown-client': {
    title: 'An unknown client is refused with 401',
    why: 'Credentials that were never given out must not open anything.',
    expected: [401],
    described: 'wholly',
    stateless: KNOWS_NO_ONE,
  },
  'refuses-wrong-scheme': {
    title: 'Credentials of another scheme are refused with 401',
    why: 'The contract has one scheme. Another one that is taken as well is not reviewed by anybody.',
    expected: [401],
    described: 'wholly',
  },
  'refuses-malformed-credentials': {
    title: 'Credentials that cannot be read are refused with 401',
    why: 'A decoder that fails open lets everyone in; one that fails loudly answers 500.',
    expected: [401],
    described: 'wholly',
  },
  'unknown-id': {
    title: 'An unknown customer or instrument in the path is answered with 404',
    why: 'A caller tells by it that a record is gone. A success here would make a lost record look kept.',
    expected: [404],
    tolerated: [400],
    described: 'wholly',
    stateless: KNOWS_NOTHING,
  },
  'odd-id': {
    title: 'An identifier of an odd form is answered like an unknown one, or refused',
    why: 'Identifiers are opaque text. Encoded slashes, quotes and very long ones must reach nothing else, and break nothing.',
    expected: [404, 400, 414],
    described: 'loosely',
    stateless: KNOWS_NOTHING,
  },
  'undeclared-method': {
    title: 'A method that the path does not have is refused with 405',
    why: 'A method more is a way in that nobody documents or tests (RFC 9110, section 15.5.6).',
    expected: [405],
    described: 'status',
  },
} as const satisfies Readonly<Record<string, Cause>>;

export type CauseId = keyof typeof causes;

export function causeOf(id: CauseId): Cause {
  return causes[id];
}
