/** What reports say about the rules: a title, and why the rule exists. Apart from the functions, for the sake of a client's size. */

export interface RuleText {
  readonly title: string;
  readonly why: string;
}

/** Of the judge's rules, by id; a test holds the two lists together. */
export const ruleTexts: Readonly<Record<string, RuleText>> = {
  'status-documented': {
    title: 'The status is one that the operation documents',
    why: 'Generated clients branch on the documented statuses; another success is read as the wrong model, or not at all.',
  },
  'media-type': {
    title: 'The media type is exactly the documented one',
    why: 'Clients choose a parser by it. A suffix (application/problem+json) is another type; a charset other than UTF-8 is not JSON (RFC 8259, section 8.1).',
  },
  'body-presence': {
    title: 'A documented body is there, and an undocumented one is not',
    why: 'A client that expects a model gets nothing, or bytes that nobody reads stay on the connection (RFC 9110, section 15.3.5 forbids content on 204).',
  },
  'json-well-formed': {
    title: 'A JSON body is UTF-8 without a byte order mark, and parses',
    why: 'A body that is cut off, in another encoding or behind a byte order mark (RFC 8259, section 8.1) reaches the caller as a syntax error after the change was made.',
  },
  'body-schema': {
    title: 'The body keeps its schema',
    why: 'This is what the types of every generated client promise.',
  },
  headers: {
    title: 'Documented headers are there and valid',
    why: 'RFC 9110 demands WWW-Authenticate on every 401. The contract does not require it, because nothing records it, so its absence is a warning.',
  },
  'json-duplicate-keys': {
    title: 'No object of the body has a name twice',
    why: 'Parsers keep the first, the last or both (RFC 8259, section 4): two readers of one answer then disagree about what it says, and no schema can tell.',
  },
  'error-status': {
    title: 'The status in an error is the status of the response',
    why: 'A caller may log or branch on the one or the other. Every recorded error repeats the status of its response.',
  },
  'undocumented-property': {
    title: 'Every property of the body is documented',
    why: 'The contract is open, so a property more breaks no client. It is a sign that the contract lags behind, or that something internal slipped out.',
  },
  'no-content-headers': {
    title: 'An answer without content does not describe any',
    why: 'A media type or a length on 204 announces a body that must not come (RFC 9110, sections 8.6 and 15.3.5); some clients then wait for it.',
  },
  'server-error': {
    title: 'The server does not fail',
    why: 'A 5xx leaves a caller in doubt whether the change took place. No request of the contract, right or wrong, may bring one about.',
  },
  'secret-leak': {
    title: 'The credentials of the request do not come back',
    why: 'Answers are logged, cached and shown to people. A key that stands in one has to be replaced.',
  },
  'card-number': {
    title: 'No whole card number stands in an answer',
    why: 'The contract is made of tokens so that callers stay out of the scope of PCI DSS; a whole number in any answer puts them back into it.',
  },
  'internals-leak': {
    title: 'No stack trace stands in an answer',
    why: 'It tells an attacker which code runs, and often quotes what was sent.',
  },
  'allow-header': {
    title: 'A refused method comes with those that the path has',
    why: 'RFC 9110, section 15.5.6 demands the Allow header on every 405. The contract itself does not, so its absence is a warning.',
  },
};
