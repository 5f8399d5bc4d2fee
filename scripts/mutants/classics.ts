/**
 * The 28 faults of a provider that validators and testers are compared by, each in the form that this contract gives it. The
 * contract has no `const`, `enum`, `pattern`, `oneOf` or closed object, so those faults stand for the constraint that it has in
 * their place.
 */
export interface Classic {
  readonly what: string;
  /** Id of the sandbox's fault. */
  readonly fault: string;
}

export const CLASSICS: readonly Classic[] = [
  { what: 'a required property is missing', fault: 'retrieveCustomer-200-id-dropped' },
  { what: 'a property has another type', fault: 'retrieveCustomer-200-referenceId-retyped' },
  { what: 'a property is null that must not be', fault: 'retrieveCustomer-200-id-nulled' },
  { what: 'a value is not the one allowed (here: an empty id)', fault: 'retrieveCustomer-200-id-emptied' },
  { what: 'a value is none of its list (here: no text)', fault: 'listPaymentInstruments-200-0.type-retyped' },
  {
    what: 'a value breaks its pattern (here: an empty token)',
    fault: 'listPaymentInstruments-200-0.token-emptied',
  },
  { what: 'a number is above its maximum', fault: 'listPaymentInstruments-200-0.expMonth-above-maximum' },
  {
    what: 'a value is too large (here: beyond 32 bits)',
    fault: 'listPaymentInstruments-200-0.issuer.id-above-maximum',
  },
  {
    what: 'a property more in a closed branch (here: undocumented)',
    fault: 'retrieveCustomer-undocumented-property',
  },
  { what: 'a property more that nothing evaluates', fault: 'listPaymentInstruments-undocumented-property' },
  { what: 'a dependent property is missing', fault: 'listPaymentInstruments-200-0.token-dropped' },
  { what: 'a format is broken (here: int32)', fault: 'listPaymentInstruments-200-0.issuer.id-malformed' },
  { what: 'a date and time is none', fault: 'retrieveCustomer-200-birthdate-malformed' },
  { what: 'a secret comes back that is only written', fault: 'card-number-in-name' },
  { what: 'the body is of no documented form', fault: 'retrieveCustomer-enveloped' },
  { what: 'the body is of another documented form', fault: 'retrieveCustomer-unknown-is-200' },
  { what: 'an undocumented success', fault: 'retrieveCustomer-answers-202' },
  { what: 'an undocumented refusal', fault: 'createCustomer-refuses-with-422' },
  { what: 'a failure of the server', fault: 'retrieveCustomer-fails' },
  { what: 'JSON is called text/html', fault: 'retrieveCustomer-as-html' },
  { what: 'an error has a media type with another suffix', fault: 'errors-as-problem-json' },
  { what: 'the media type is missing', fault: 'retrieveCustomer-without-content-type' },
  { what: 'the JSON is malformed', fault: 'malformed' },
  { what: 'the body is missing', fault: 'retrieveCustomer-empty' },
  { what: 'a documented header is missing', fault: 'challenge-missing' },
  { what: 'a documented header breaks its schema', fault: 'challenge-empty' },
  { what: 'a header says something that is not so', fault: 'allow-wrong' },
  { what: 'the body of an error breaks its schema', fault: 'retrieveCustomer-404-code-dropped' },
];
