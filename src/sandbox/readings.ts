/**
 * What the sandbox does where the guide is silent. Each reading answers an open question of the ledger, whose id it names; the
 * first value is what the contract assumes, the others are what a server might do as well. Test against both.
 */
export interface Readings {
  /** What an update does to the fields that it leaves out (Q-update-merge). */
  readonly putSemantics: 'merge' | 'replace';
  /** What an update does to the pairs of `metadata` that it leaves out, where it sends `metadata` (Q-update-merge). */
  readonly metadataSemantics: 'replace' | 'merge';
  /** What becomes of a `referenceId` that another customer of the client has (Q-duplicate-reference). */
  readonly duplicateReferenceId: 'reject' | 'accept';
  /** Whether a customer needs an e-mail address to be created (Q-required-on-create). */
  readonly email: 'optional' | 'required';
  /** Which field is enough to create a customer (Q-identifying-fields); `metadata` identifies nobody under the second. */
  readonly identifyingFields: 'any' | 'reference-or-email';
  /** Status of a second delete of the same record (Q-delete-repeat). */
  readonly deleteTwice: 404 | 204;
  /** Status of the three POST operations (Q-create-status). 200 breaks the contract: it is a reading under test. */
  readonly createStatus: 201 | 200;
  /** Status for an unknown customer or instrument in the path (Q-not-found-status). */
  readonly notFoundStatus: 404 | 400;
  /** Whether a 401 has a body (Q-unauthorized-answer). */
  readonly unauthorizedBody: 'error' | 'none';
  /** How a property without a value is answered (Q-null-or-absent). */
  readonly absentValues: 'omit' | 'null';
  /** The form of identifiers and tokens (Q-identifier-format). */
  readonly identifiers: 'dashed' | 'undashed';
  /** What the name of an instrument is (Q-instrument-name). */
  readonly instrumentName: 'last4' | 'masked';
  /** The word for an instrument that can be charged (Q-instrument-status). */
  readonly usableStatus: 'Ok' | 'active';
  /** The word for a token that stays (Q-tokenization-vocabulary). */
  readonly storedToken: 'persistent' | 'store';
  /** Digits of the year of expiry in answers (Q-exp-year). */
  readonly expYear: 'four-digits' | 'two-digits';
  /** Whether expired instruments are listed (Q-instrument-listing). */
  readonly expiredInstruments: 'listed' | 'hidden';
  /** Whether a charge must name the customer who owns the token (Q-token-without-customer). */
  readonly tokenOwner: 'must-match' | 'any';
  /** What the total of an amount counts: two decimals are taken, or none (Q-amount-unit). `minor` breaks the contract: it is a reading under test. */
  readonly amountUnit: 'major' | 'minor';
  /** What becomes of a charge that leaves the capture out: it is approved, or authorized and not captured (Q-capture-default). */
  readonly captureDefault: 'automatic' | 'manual';
  /** The `rel` of a session's action (Q-session-action). */
  readonly sessionRel: 'REDIRECT' | 'self';
}

/**
 * What the sandbox does when no option says otherwise: what the contract assumes.
 *
 * @example
 * ```ts
 * console.log(`a second delete is answered ${DEFAULT_READINGS.deleteTwice}`);
 * ```
 */
export const DEFAULT_READINGS: Readings = {
  putSemantics: 'merge',
  metadataSemantics: 'replace',
  duplicateReferenceId: 'reject',
  email: 'optional',
  identifyingFields: 'any',
  deleteTwice: 404,
  createStatus: 201,
  notFoundStatus: 404,
  unauthorizedBody: 'error',
  absentValues: 'omit',
  identifiers: 'dashed',
  instrumentName: 'last4',
  usableStatus: 'Ok',
  storedToken: 'persistent',
  expYear: 'four-digits',
  expiredInstruments: 'listed',
  tokenOwner: 'must-match',
  amountUnit: 'major',
  captureDefault: 'automatic',
  sessionRel: 'REDIRECT',
};

/**
 * Every value of every reading; the first is the default.
 *
 * @example
 * ```ts
 * for (const putSemantics of READINGS.putSemantics) {
 *   const { fetch } = createSandbox({ putSemantics });
 *   const plexo = createPlexoClient({ ...DEFAULT_CREDENTIALS, baseUrl: 'http://localhost', fetch });
 *   const { id } = await plexo.customers.create({ referenceId: 'customer-1001', email: 'customer@example.com' });
 *   const { email } = await plexo.customers.update(id, { referenceId: 'customer-1001' });
 *   console.log(`${putSemantics}: the e-mail address is ${email === undefined ? 'gone' : 'kept'}`);
 * }
 * ```
 */
export const READINGS: { readonly [Name in keyof Readings]: readonly Readings[Name][] } = {
  putSemantics: ['merge', 'replace'],
  metadataSemantics: ['replace', 'merge'],
  duplicateReferenceId: ['reject', 'accept'],
  email: ['optional', 'required'],
  identifyingFields: ['any', 'reference-or-email'],
  deleteTwice: [404, 204],
  createStatus: [201, 200],
  notFoundStatus: [404, 400],
  unauthorizedBody: ['error', 'none'],
  absentValues: ['omit', 'null'],
  identifiers: ['dashed', 'undashed'],
  instrumentName: ['last4', 'masked'],
  usableStatus: ['Ok', 'active'],
  storedToken: ['persistent', 'store'],
  expYear: ['four-digits', 'two-digits'],
  expiredInstruments: ['listed', 'hidden'],
  tokenOwner: ['must-match', 'any'],
  amountUnit: ['major', 'minor'],
  captureDefault: ['automatic', 'manual'],
  sessionRel: ['REDIRECT', 'self'],
};

/**
 * The readings with what was given in place of the defaults.
 *
 * @throws TypeError that names the reading, the value and the values that there are.
 */
export function readingsFrom(given: Partial<Readings>): Readings {
  for (const [name, value] of Object.entries(given)) {
    const known = Object.entries(READINGS).find(([one]) => one === name)?.[1];
    if (known === undefined) {
      throw new TypeError(
        `there is no reading "${name}"; the readings are ${Object.keys(READINGS).join(', ')}`,
      );
    }
    if (value !== undefined && !known.some((one) => one === value)) {
      throw new TypeError(`${name} must be one of ${known.join(', ')}, got ${JSON.stringify(value)}`);
    }
  }
  const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...DEFAULT_READINGS, ...chosen };
}
