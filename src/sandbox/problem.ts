/** Why a request is refused, and what is answered: status, code and message by cause, in one table. */
import type { Readings } from './readings.ts';

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * Codes and messages are the sandbox's own: none is documented for these operations. An entity that a body names and that does
 * not exist is a 400, as recorded for an unknown merchant; one that the path names is a 404.
 */
export const problems = {
  unauthorized: { status: 401, code: 'unauthorized', message: 'The credentials are missing or wrong.' },
  'unknown-path': { status: 404, code: 'not-found', message: 'There is nothing at this address.' },
  'method-not-allowed': {
    status: 405,
    code: 'method-not-allowed',
    message: 'This address has no such method.',
  },
  'not-found': { status: 404, code: 'not-found', message: 'No such resource belongs to this client.' },
  'malformed-path': {
    status: 400,
    code: 'invalid-request',
    message: 'The address is not percent-encoded UTF-8.',
  },
  'media-type': { status: 415, code: 'unsupported-media-type', message: 'Send application/json in UTF-8.' },
  'too-large': { status: 413, code: 'content-too-large', message: 'The body is too large.' },
  'malformed-json': {
    status: 400,
    code: 'invalid-request',
    message: 'The body is not well-formed JSON in UTF-8.',
  },
  invalid: { status: 400, code: 'invalid-request', message: 'The request breaks the contract.' },
  'email-required': { status: 400, code: 'invalid-request', message: 'Customer profile validation failed' },
  'duplicate-reference': {
    status: 400,
    code: 'duplicate-reference-id',
    message: 'Another customer has this referenceId.',
  },
  'unknown-customer': {
    status: 400,
    code: 'customer-not-found',
    message: 'No such customer belongs to this client.',
  },
  'unknown-token': {
    status: 400,
    code: 'payment-instrument-not-found',
    message: 'The token is unknown, deleted, or belongs to another customer.',
  },
  'card-data': {
    status: 400,
    code: 'pci-certification-required',
    message:
      'Payments with card data are out of scope: charge a token, and save cards through a tokenization session.',
  },
  amount: { status: 400, code: 'invalid-amount', message: 'The total has too many decimals.' },
  'session-type': {
    status: 400,
    code: 'unsupported-session-type',
    message: 'Only tokenization sessions are in scope.',
  },
  'session-over': {
    status: 400,
    code: 'session-over',
    message: 'The session is completed, expired or unknown.',
  },
  'unknown-card': { status: 400, code: 'unknown-card', message: 'This is no test card of the sandbox.' },
} as const satisfies Readonly<Record<string, Problem>>;

export type ProblemId = keyof typeof problems;

/** @param detail goes behind the message: the place in the body and what is wrong there, never a value. */
export function problemOf(id: ProblemId, readings: Readings, detail?: string): Problem {
  const { status, code, message } = problems[id];
  return {
    status: id === 'not-found' ? readings.notFoundStatus : status,
    code,
    message: detail === undefined ? message : `${message} ${detail}`,
  };
}
