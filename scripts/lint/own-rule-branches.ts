/** The branches of the project's own rules that no fixture shows: what they find, and what they let pass. */
import type { Change } from './changes.ts';

const CUSTOMERS = '/paths/~1v1~1customers';
const CUSTOMER = `${CUSTOMERS}~1{customerId}`;
const SCHEMAS = '/components/schemas';
const EXAMPLES = '/components/examples';
const JSON_BODY = 'content/application~1json';

const query = (name: string, where = 'query') => ({
  name,
  in: where,
  description: 'A parameter of the test.',
  schema: { type: 'string', description: 'What it holds is text.' },
  examples: { main: { value: 'a' } },
});

/** The branches of the rules beyond the one that each fixture shows: rule, changes, what the finding says. */
export const FOUND: readonly (readonly [rule: string, change: Change, says: string])[] = [
  [
    'component-names',
    { rename: `${EXAMPLES}/PaymentMain`, to: 'payment_main' },
    '"payment_main"; write PascalCase',
  ],
  ['described', { remove: `${SCHEMAS}/Payment/description` }, 'schema Payment: no description'],
  [
    'described',
    { set: `${SCHEMAS}/Payment/description`, to: 'No full stop here' },
    'does not end with a full stop',
  ],
  [
    'described',
    { set: `${SCHEMAS}/Payment/description`, to: 'begins with a small letter.' },
    'begin like a sentence',
  ],
  ['described', { set: `${SCHEMAS}/Payment/description`, to: 'One payment.' }, 'is no sentence'],
  ['described', { set: '/servers/0/description', to: '' }, 'server https://api.fixture.test: no description'],
  ['described', { remove: `${CUSTOMERS}/post/requestBody/description` }, 'request body createCustomer'],
  [
    'described',
    { set: `${EXAMPLES}/PaymentMain/description`, to: '' },
    'example PaymentMain: no description',
  ],
  ['described', { remove: '/components/headers/WwwAuthenticate/description' }, 'header WWW-Authenticate'],
  ['described', { remove: '/components/securitySchemes/basicAuth/description' }, 'security scheme basicAuth'],
  ['document-parts', { set: '/webhooks', to: {} }, 'remove webhooks'],
  ['error-example-status', { set: `${EXAMPLES}/ErrorUnexpected/value/status`, to: 404 }, 'although'],
  [
    'error-example-status',
    { set: `${EXAMPLES}/ErrorUnexpected/value/status`, to: 204 },
    'write an error status',
  ],
  [
    'error-example-status',
    { remove: `${EXAMPLES}/ErrorNotFound/value/status` },
    'status is undefined in an example of 404',
  ],
  [
    'error-responses',
    { remove: `${CUSTOMERS}/get/responses/default` },
    'listCustomers does not declare default',
  ],
  [
    'error-responses',
    { remove: '/components/responses/Unauthorized/headers' },
    'without the header WWW-Authenticate',
  ],
  [
    'example-complete',
    { set: `${EXAMPLES}/PaymentMain/summary`, to: 'a payment' },
    'sentence case without a full stop',
  ],
  [
    'example-complete',
    { set: `${EXAMPLES}/PaymentMain/summary`, to: 'A payment.' },
    'sentence case without a full stop',
  ],
  [
    'example-complete',
    { remove: '/components/parameters/CustomerId/examples' },
    'parameter customerId has no example',
  ],
  [
    'example-complete',
    { remove: '/components/headers/WwwAuthenticate/examples' },
    'header WwwAuthenticate has no example',
  ],
  [
    'example-complete',
    { set: `${CUSTOMERS}/post/requestBody/${JSON_BODY}/examples/main`, to: { summary: 'Inline', value: {} } },
    'example "main" is inline',
  ],
  [
    'extensible-enum',
    { remove: `${SCHEMAS}/PaymentInstrument/properties/type/examples` },
    'add schema examples',
  ],
  [
    'extensible-enum',
    { remove: `${SCHEMAS}/PaymentInstrument/properties/type/x-extensible-enum` },
    'speaks of an open list',
  ],
  [
    'extensible-enum',
    { set: `${SCHEMAS}/PaymentInstrument/properties/type/x-extensible-enum`, to: [] },
    'at least one',
  ],
  [
    'extensible-enum',
    { set: `${SCHEMAS}/PaymentInstrument/properties/type/x-extensible-enum/1`, to: 'credit' },
    'twice',
  ],
  [
    'extensible-enum',
    { set: `${SCHEMAS}/PaymentInstrument/properties/type/description`, to: 'A kind of card.' },
    'say in',
  ],
  [
    'guide-names',
    { rename: '/paths/~1v1~1payments', to: '/v1/payment' },
    "the guide's path /v1/payments is missing",
  ],
  [
    'guide-names',
    { set: '/components/parameters/CustomerId/name', to: 'customer_id' },
    'is written "customerId"',
  ],
  [
    'guide-names',
    { remove: `${SCHEMAS}/Amount/properties/currency` },
    'Amount lacks the guide\'s "currency"',
  ],
  [
    'identifier-cast',
    { set: '/components/parameters/InstrumentToken/examples/main/value', to: 'token-b' },
    'no instrument',
  ],
  [
    'identifier-cast',
    { set: '/components/parameters/CustomerId/examples/main/value', to: 'customer-b' },
    'no customer',
  ],
  [
    'identifier-cast',
    { set: `${SCHEMAS}/PaymentCreate/properties/customerId/examples/0`, to: 'other' },
    'no customer',
  ],
  [
    'identifier-cast',
    { set: `${EXAMPLES}/CustomerCreateMain/value/referenceId`, to: 'key-b' },
    'no reference',
  ],
  ['info-complete', { remove: '/info/summary' }, 'in one line'],
  ['info-complete', { set: '/info/summary', to: 'Two\nlines' }, 'in one line'],
  [
    'info-complete',
    { set: '/info/license/url', to: 'https://example.com' },
    'the identifier or the url, not both',
  ],
  ['info-complete', { set: '/info/x-audience', to: 'everybody' }, 'external-public'],
  ['info-complete', { set: '/info/contact/url', to: 'http://example.com' }, 'by https'],
  [
    'known-format',
    { set: `${SCHEMAS}/Issuer/properties/id/format`, to: 'double' },
    'use one of int32, int64',
  ],
  [
    'known-format',
    { set: `${SCHEMAS}/Payment/properties/id/format`, to: 'uuid' },
    'no known format of string',
  ],
  ['no-card-number', { set: '/info/description', to: 'Pay with 4242-4242-4242-4242 here.' }, 'ends in 4242'],
  [
    'no-card-number',
    { set: `${EXAMPLES}/PaymentMain/value/number`, to: 4111111111111111 },
    'card number of 16 digits',
  ],
  [
    'no-card-number',
    { set: '/info/description', to: 'Send Basic Y2xpZW50OnNlY3JldA== with it.' },
    'Basic credentials',
  ],
  [
    'no-card-number',
    { set: '/info/description', to: 'Call https://client:secret@example.com first.' },
    'in an address',
  ],
  [
    'no-card-number',
    { set: '/info/description', to: 'Use Bearer abcdefghijklmnopqrstuvwxyz now.' },
    'a bearer token',
  ],
  [
    'no-credentials-in-url',
    { set: `${CUSTOMERS}/get/parameters`, to: [query('token')] },
    '"token" in the query',
  ],
  [
    'operation-set',
    { rename: `${CUSTOMER}/put`, to: 'patch' },
    'updateCustomer (put /v1/customers/{customerId}) is missing',
  ],
  ['operation-id', { set: `${CUSTOMERS}/get/operationId`, to: `list${'A'.repeat(50)}` }, '4 to 50 letters'],
  [
    'path-parameters-shared',
    { set: `${CUSTOMER}/parameters/0`, to: query('customerId', 'path') },
    'is inline',
  ],
  [
    'pattern-anchored',
    { set: `${SCHEMAS}/Payment/properties/id/pattern`, to: '^[a$' },
    'no valid regular expression',
  ],
  [
    'pattern-anchored',
    { set: `${SCHEMAS}/Payment/properties/id/pattern`, to: '^(?=a).*$' },
    'unknown to RE2',
  ],
  [
    'property-names',
    { rename: `${SCHEMAS}/Payment/properties/id`, to: 'pay_id' },
    '"pay_id" is not camelCase',
  ],
  [
    'property-names',
    { set: `${SCHEMAS}/PaymentInstrument/properties/expmonth`, to: { type: 'string' } },
    '"expmonth" and "expMonth" differ only by case',
  ],
  ['request-body', { set: `${CUSTOMERS}/get/requestBody`, to: { content: {} } }, 'GET has a request body'],
  [
    'request-text-not-empty',
    { set: '/components/parameters/CustomerId/schema/minLength', to: 0 },
    'path parameter "customerId"',
  ],
  ['response-keys', { rename: `${CUSTOMERS}/get/responses/200`, to: '302' }, 'declares 0 success codes'],
  [
    'response-keys',
    { set: `${CUSTOMERS}/get/responses/204`, to: { description: 'None.' } },
    'declares 2 success codes',
  ],
  ['schema-type', { remove: `${SCHEMAS}/Payment/properties/id/type` }, 'no type stands here'],
  [
    'schema-type',
    { set: `${SCHEMAS}/Payment/properties/id/type`, to: ['null', 'string'] },
    "or [that, 'null']",
  ],
  [
    'schema-keywords',
    { set: `${SCHEMAS}/Payment/readOnly`, to: true },
    'separate schemas for requests and responses',
  ],
  ['security-scheme', { set: '/security', to: [{ basicAuth: [] }, {}] }, 'without an alternative'],
  [
    'security-scheme',
    { set: '/components/securitySchemes/basicAuth/scheme', to: 'bearer' },
    'not HTTP Basic',
  ],
  [
    'security-scheme',
    { set: '/components/securitySchemes/basicAuth/description', to: 'A pair.' },
    'only be used over TLS',
  ],
  [
    'sensitive-marked',
    { remove: '/components/parameters/InstrumentToken/schema/x-sensitive' },
    'parameter "token"',
  ],
];

/** What a rule must let pass although it looks like a fault. */
export const ALLOWED: readonly (readonly [rule: string, change: Change])[] = [
  ['no-card-number', { set: `${EXAMPLES}/PaymentMain/value/id`, to: '1f0e5d4c3b2a49588776655443322110' }],
  [
    'no-card-number',
    { set: '/info/description', to: 'HTTP Basic authentication, and a number such as 123456789.' },
  ],
  ['example-undeclared-property', { set: `${EXAMPLES}/CustomerCreateMain/value/metadata/anything`, to: 'a' }],
  ['document-parts', { set: `${SCHEMAS}/Payment/properties/links`, to: { type: 'string' } }],
  ['schema-keywords', { set: `${SCHEMAS}/Payment/properties/enum`, to: { type: 'string' } }],
  ['error-example-status', { set: `${EXAMPLES}/ErrorUnexpected/value/status`, to: 503 }],
  ['identifier-cast', { set: `${EXAMPLES}/CustomerMain/value/referenceId`, to: 'key-b' }],
  [
    'request-response-separation',
    { set: `${SCHEMAS}/Payment/properties/issuer`, to: { $ref: '#/components/schemas/Issuer' } },
  ],
];
