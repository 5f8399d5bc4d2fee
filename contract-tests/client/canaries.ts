/** Secrets and personal data that are easy to find again, and all the ways to send them. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import type { PlexoClient, RequestOptions, Result } from '../../src/index.ts';
import { printedForms } from './printed.ts';

/** What every value contains that must never be printed, whatever surrounds it. */
export const CORES = {
  apiKey: 'cnryKey7f3a',
  email: 'cnryMail81b2',
  phone: 'cnryPhone5d0',
  firstName: 'cnryFirst2c9',
  lastName: 'cnryLast44e1',
  token: 'cnryToken6a8',
  metadata: 'cnryMeta9b07',
  document: 'cnryDoc13f5',
  unknown: 'cnryUnknown0e',
  nested: 'cnryNested72d',
};
const NUMBER = 48151623421;

export type Secrets = Readonly<Record<keyof typeof CORES, string>>;

const around = fc.string({ unit: 'grapheme', maxLength: 4 });
export const secrets: fc.Arbitrary<Secrets> = fc
  .tuple(around, around, fc.string({ maxLength: 4 }))
  .map(([before, after, ascii]) => ({
    apiKey: `${ascii}${CORES.apiKey}${ascii}`,
    email: `${CORES.email}@example.com`,
    phone: `+598 ${CORES.phone}`,
    firstName: `${before}${CORES.firstName}${after}`,
    lastName: `O'${CORES.lastName} "${after}"`,
    token: `${before}${CORES.token}/${after}`,
    metadata: `${after}${CORES.metadata}${before}`,
    document: `${CORES.document}${ascii}`,
    unknown: `${before}\n${CORES.unknown}`,
    nested: `\\${CORES.nested}${after}`,
  }));

/** Every way in which secrets are sent. */
export function calls(
  said: Secrets,
): readonly ((plexo: PlexoClient, options: RequestOptions) => Promise<Result<unknown>>)[] {
  const { email, phone, firstName, lastName, token, metadata } = said;
  const person = {
    referenceId: 'r-1',
    email,
    phone,
    firstName,
    lastName,
    metadata: { note: metadata },
    document: { type: 0, value: said.document },
    unknown: said.unknown,
    more: [{ nested: said.nested, number: NUMBER }],
  };
  const paymentMethod = { ...fixtures.PaymentCreateGuide.paymentMethod, paymentInstrument: { token } };
  return [
    (plexo, options) => plexo.result.customers.create(person, options),
    (plexo, options) => plexo.result.customers.update('c-1', person, options),
    (plexo, options) => plexo.result.paymentInstruments.delete('c-1', token, options),
    (plexo, options) =>
      plexo.result.payments.create({ ...fixtures.PaymentCreateGuide, paymentMethod }, options),
  ];
}

/** No form in which the values can be printed holds a secret, the whole credentials included. */
export function expectClean(values: readonly unknown[], said: Secrets): void {
  const forbidden = [...Object.values(CORES), String(NUMBER), btoa(`client:${said.apiKey}`)];
  const text = values.flatMap(printedForms).join('\n');
  expect(text.length).toBeGreaterThan(0);
  const leaks = forbidden.flatMap((secret) => {
    const at = text.indexOf(secret);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 60)];
  });
  expect(leaks).toEqual([]);
}
