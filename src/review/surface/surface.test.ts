import { describe, expect, it } from 'vitest';
import { theContract } from '../../../scripts/generate/the-contract.ts';
import { type Change, withChanges } from '../../../scripts/lint/changes.ts';
import type { OpenApiDocument } from '../../contract/document.ts';
import { LANGUAGES, surfaceChanges, surfaceText } from './surface.ts';

const contract = theContract();

function textIn(language: string, document: OpenApiDocument = contract): readonly string[] {
  const found = LANGUAGES.find(({ name }) => name === language);
  if (found === undefined) throw new Error(`no ${language}`);
  return surfaceText(document, found)
    .split('\n')
    .map((line) => line.trim());
}

/** The languages in which code that was written stops compiling. */
function brokenBy(...changes: readonly Change[]): readonly string[] {
  const broken = surfaceChanges(contract, withChanges(contract, changes)).filter(({ breaking }) => breaking);
  return [...new Set(broken.map(({ language }) => language))];
}

describe('the surface names and types things as the generators of the language do', () => {
  it.each([
    ['TypeScript', 'birthdate?: string | null'],
    [
      'TypeScript',
      'operations["deletePaymentInstrument"]: DELETE paths["/v1/customers/{customerId}/payment-instruments/{token}"]',
    ],
    ['TypeScript', '[key: string]: string'],
    ['Java', 'OffsetDateTime getBirthdate(), setBirthdate(OffsetDateTime)'],
    [
      'Java',
      'PaymentInstrumentsApi.listPaymentInstruments: GET /v1/customers/{customerId}/payment-instruments',
    ],
    ['Java', '200: List<PaymentInstrument>'],
    ['Go', 'Birthdate *time.Time `json:"birthdate,omitempty"`'],
    ['Go', 'Total float64 `json:"total"`'],
    ['Go', 'body CreatePaymentJSONRequestBody = PaymentCreate'],
    ['Python', 'birthdate: datetime.datetime | None | Unset'],
    [
      'Python',
      'api.payment_instruments.delete_payment_instrument: DELETE /v1/customers/{customerId}/payment-instruments/{token}',
    ],
    ['Python', 'payment_method: SavedPaymentMethod'],
  ])('%s: %s', (language, line) => {
    expect(textIn(language)).toContain(line);
  });

  it('the same way at each run', () => {
    for (const { name } of LANGUAGES) expect(textIn(name)).toEqual(textIn(name, structuredClone(contract)));
  });
});

describe('written code', () => {
  const ALL = ['TypeScript', 'Java', 'Go', 'Python'];

  it.each<readonly [string, Change, readonly string[]]>([
    ['a field goes', { remove: '/components/schemas/Customer/properties/phone' }, ALL],
    ['a tag is renamed', { set: '/paths/~1v1~1payments/post/tags/0', to: 'Charges' }, ['Java', 'Python']],
    ['an operationId is renamed', { set: '/paths/~1v1~1payments/post/operationId', to: 'charge' }, ALL],
    [
      'a received text may become null',
      { set: '/components/schemas/Payment/properties/status/type', to: ['string', 'null'] },
      ['TypeScript', 'Go', 'Python'],
    ],
    ['a sent member becomes optional', { remove: '/components/schemas/PaymentCreate/required/1' }, ['Go']],
    [
      'a text becomes a date',
      { set: '/components/schemas/Payment/properties/createdAt/format', to: 'date-time' },
      ['Java', 'Go', 'Python'],
    ],
  ])('breaks, where %s, in the languages that show it', (_, change, languages) => {
    expect(brokenBy(change)).toEqual(languages);
  });

  it.each<readonly [string, Change]>([
    ['a field comes', { set: '/components/schemas/Payment/properties/x', to: { type: 'string' } }],
    ['a limit moves', { set: '/components/schemas/Payment/properties/id/maxLength', to: 9 }],
    ['a description changes', { set: '/components/schemas/Payment/description', to: 'Other words.' }],
    [
      'an error is documented',
      { set: '/paths/~1v1~1payments/post/responses/409', to: { $ref: '#/components/responses/BadRequest' } },
    ],
  ])('goes on, where %s', (_, change) => {
    expect(brokenBy(change)).toEqual([]);
  });

  it('that is gone as a whole is told in one line for each language', () => {
    const changes = surfaceChanges(contract, withChanges(contract, [{ remove: '/paths/~1v1~1sessions' }]));
    const operations = changes.filter(({ pointer }) => pointer.startsWith('/paths/'));
    expect(operations.map(({ key }) => key)).toEqual([
      'operations["createSession"]',
      'SessionsApi.createSession',
      'Client.CreateSession',
      'api.sessions.create_session',
    ]);
  });
});
