/**
 * Single changes of the real contract, each with the verdict that the review must give. Where they come from: the changes that
 * GitHub publishes as breaking and as not breaking, and the changes that diff tools were measured to judge wrongly.
 */
import type { Change } from '../../scripts/lint/changes.ts';
import type { Level } from '../../src/review/level.ts';
import type { RuleId } from '../../src/review/rules.ts';

export interface KnownChange {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly verdict: Level;
  /** The rule that must say it; absent where the change is none. */
  readonly rule?: RuleId;
}

const CUSTOMERS = '/paths/~1v1~1customers';
const CUSTOMER = '/paths/~1v1~1customers~1{customerId}';
const PAYMENTS = '/paths/~1v1~1payments';
const SCHEMAS = '/components/schemas';
const RECEIVED = `${SCHEMAS}/Customer`;
const SENT = `${SCHEMAS}/CustomerCreate`;
const JSON_BODY = 'content/application~1json';

const text = { type: 'string', description: 'A text that is new.', minLength: 1, examples: ['new'] };
const query = (name: string, required: boolean) => ({
  name,
  in: 'query',
  required,
  description: 'A parameter that is new.',
  schema: { type: 'integer', format: 'int32' },
});

const wire = (rule: RuleId, title: string, ...changes: readonly Change[]): KnownChange => ({
  title,
  changes,
  verdict: 'wire-breaking',
  rule,
});
const codegen = (rule: RuleId, title: string, ...changes: readonly Change[]): KnownChange => ({
  title,
  changes,
  verdict: 'codegen-breaking',
  rule,
});
const additive = (rule: RuleId, title: string, ...changes: readonly Change[]): KnownChange => ({
  title,
  changes,
  verdict: 'additive',
  rule,
});
const none = (title: string, ...changes: readonly Change[]): KnownChange => ({
  title,
  changes,
  verdict: 'none',
});

export const KNOWN_CHANGES: readonly KnownChange[] = [
  // What is sent.
  wire('operation-removed', 'an operation is removed', { remove: `${CUSTOMERS}/get` }),
  wire('operation-removed', 'a path is removed', { remove: PAYMENTS }),
  wire('operation-removed', 'a path is moved to another version', { rename: PAYMENTS, to: '/v2/payments' }),
  wire(
    'required-property-added',
    'a request property is added as required',
    { set: `${SENT}/properties/code`, to: text },
    { set: `${SENT}/required`, to: ['code'] },
  ),
  wire('property-required', 'a request property becomes required', {
    set: `${SENT}/required`,
    to: ['email'],
  }),
  wire('property-removed', 'a request property is removed', { remove: `${SENT}/properties/phone` }),
  wire('property-removed', 'a request property is renamed', {
    rename: `${SENT}/properties/phone`,
    to: 'telephone',
  }),
  wire('required-parameter-added', 'a required query parameter is added', {
    set: `${CUSTOMERS}/get/parameters`,
    to: [query('merchantId', true)],
  }),
  wire('type-changed', 'the type of a request property is changed', {
    set: `${SCHEMAS}/PaymentCreate/properties/referenceId`,
    to: { type: 'integer', format: 'int64' },
  }),
  wire('type-changed', 'a number of a request must be an integer', {
    set: `${SCHEMAS}/Amount/properties/total/type`,
    to: 'integer',
  }),
  wire('limit-tightened', 'a request text gets a greatest length', {
    set: `${SENT}/properties/firstName/maxLength`,
    to: 40,
  }),
  wire('limit-tightened', 'a request text gets a pattern', {
    set: `${SENT}/properties/phone/pattern`,
    to: '^\\+[0-9]+$',
  }),
  wire('limit-tightened', 'a lower limit of a request rises', {
    set: `${SCHEMAS}/Amount/properties/total/minimum`,
    to: 1,
  }),
  wire('limit-tightened', 'a path parameter gets a greatest length', {
    set: '/components/parameters/CustomerId/schema/maxLength',
    to: 32,
  }),
  wire('format-added', 'a request text gets a format', {
    set: `${SCHEMAS}/SessionCreate/properties/customerId/format`,
    to: 'uuid',
  }),
  wire('values-closed', 'an open list of a request is closed', {
    set: `${SCHEMAS}/Capture/properties/method/enum`,
    to: ['automatic', 'manual'],
  }),
  wire('unknown-refused', 'a request object is closed', { set: `${SENT}/additionalProperties`, to: false }),
  wire('unknown-refused', 'the values of the metadata are closed', {
    set: `${SCHEMAS}/Metadata/additionalProperties`,
    to: false,
  }),
  wire('required-body-added', 'a required body is added', {
    set: `${CUSTOMER}/delete/requestBody`,
    to: {
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Metadata' } } },
    },
  }),
  wire('media-type-removed', 'the media type of a request is replaced', {
    rename: `${CUSTOMERS}/post/requestBody/${JSON_BODY}`,
    to: 'application/x-www-form-urlencoded',
  }),
  wire(
    'security-demanded',
    'another security scheme is demanded',
    { set: '/components/securitySchemes/bearerAuth', to: { type: 'http', scheme: 'bearer' } },
    { set: '/security', to: [{ bearerAuth: [] }] },
  ),
  wire('security-scheme-changed', 'the security scheme becomes an API key', {
    set: '/components/securitySchemes/basicAuth',
    to: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  }),
  wire('server-removed', 'the production server moves', {
    set: '/servers/0/url',
    to: 'https://api2.plexo.com.uy',
  }),
  // What is answered.
  wire('property-removed', 'an optional response property is removed', {
    remove: `${RECEIVED}/properties/phone`,
  }),
  wire('property-removed', 'a response property is renamed', {
    rename: `${SCHEMAS}/PaymentInstrument/properties/expYear`,
    to: 'expirationYear',
  }),
  wire('property-optional', 'a required response property becomes optional', {
    remove: `${SCHEMAS}/Payment/required/1`,
  }),
  wire('null-allowed', 'a response property may be null', {
    set: `${SCHEMAS}/Payment/properties/status/type`,
    to: ['string', 'null'],
  }),
  wire('type-changed', 'the type of a response property is changed', {
    set: `${SCHEMAS}/PaymentInstrument/properties/expMonth/type`,
    to: ['string', 'null'],
  }),
  wire('type-changed', 'an integer of a response becomes a number', {
    set: `${SCHEMAS}/ApiError/properties/status/type`,
    to: 'number',
  }),
  wire('format-removed', 'the format of a response property is removed', {
    remove: `${RECEIVED}/properties/birthdate/format`,
  }),
  wire('format-changed', 'the format of a response property is changed', {
    set: `${RECEIVED}/properties/birthdate/format`,
    to: 'date',
  }),
  wire('limit-loosened', 'the greatest value of a response property rises', {
    set: `${SCHEMAS}/PaymentInstrument/properties/expMonth/maximum`,
    to: 99,
  }),
  wire('type-changed', 'a list is answered as an object', {
    set: `${CUSTOMERS}/get/responses/200/${JSON_BODY}/schema`,
    to: { $ref: '#/components/schemas/Customer' },
  }),
  wire('success-status-removed', 'a success status becomes another one', {
    rename: `${CUSTOMER}/delete/responses/204`,
    to: '200',
  }),
  wire('response-body-removed', 'an answer loses its body', {
    remove: `${CUSTOMER}/put/responses/200/content`,
  }),
  wire('media-type-removed', 'the media type of the errors is changed', {
    rename: `/components/responses/BadRequest/${JSON_BODY}`,
    to: 'application/problem+json',
  }),
  wire('header-removed', 'a response header is removed', {
    remove: '/components/responses/Unauthorized/headers',
  }),
  wire('unknown-refused', 'the values of answered metadata are closed', {
    set: `${SCHEMAS}/NullableMetadata/additionalProperties`,
    to: false,
  }),
  wire('not-understood', 'a schema is written in another way', {
    set: `${RECEIVED}/properties/name/not`,
    to: { minLength: 9 },
  }),
  // What generated code is called.
  codegen('operation-id-changed', 'an operationId is renamed', {
    set: `${CUSTOMERS}/get/operationId`,
    to: 'getCustomers',
  }),
  codegen(
    'model-renamed',
    'a component schema is renamed',
    { rename: `${SCHEMAS}/Amount`, to: 'Money' },
    { set: `${SCHEMAS}/PaymentCreate/properties/amount/$ref`, to: '#/components/schemas/Money' },
  ),
  codegen('operation-tag-changed', 'a tag is renamed', { set: `${PAYMENTS}/post/tags/0`, to: 'Charges' }),
  codegen(
    'path-parameter-renamed',
    'a path parameter is renamed, the URL stays',
    { rename: CUSTOMER, to: '/v1/customers/{id}' },
    {
      set: '/paths/~1v1~1customers~1{id}/parameters/0',
      to: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The customer.',
        schema: { type: 'string', minLength: 1 },
      },
    },
  ),
  codegen('security-dropped', 'the global security is removed', { set: '/security', to: [] }),
  codegen('security-dropped', 'one operation needs no credentials any more', {
    set: `${CUSTOMERS}/get/security`,
    to: [],
  }),
  codegen('error-status-removed', 'the default response is removed', {
    remove: `${CUSTOMERS}/get/responses/default`,
  }),
  codegen('error-status-removed', 'an error status is removed', { remove: `${CUSTOMER}/get/responses/404` }),
  codegen('success-status-added', 'a second success status is added', {
    set: `${CUSTOMERS}/post/responses/202`,
    to: { description: 'Accepted.' },
  }),
  codegen('error-status-added', 'a range of statuses is added', {
    set: `${CUSTOMERS}/post/responses/4XX`,
    to: { $ref: '#/components/responses/BadRequest' },
  }),
  codegen('values-closed', 'an open list of an answer is closed', {
    set: `${SCHEMAS}/Payment/properties/status/enum`,
    to: ['approved', 'denied'],
  }),
  codegen('media-type-added', 'a request may be written in a second media type', {
    set: `${CUSTOMERS}/post/requestBody/content/application~1xml`,
    to: { schema: { $ref: '#/components/schemas/CustomerCreate' } },
  }),
  codegen('format-added', 'a response text gets a format that has a type', {
    set: `${SCHEMAS}/Payment/properties/createdAt/format`,
    to: 'date-time',
  }),
  codegen('known-value-removed', 'a known value is removed from an open list', {
    remove: `${SCHEMAS}/Payment/properties/status/x-extensible-enum/9`,
  }),
  codegen('property-optional', 'a required request property becomes optional: a pointer in Go', {
    set: `${SCHEMAS}/PaymentCreate/required`,
    to: ['merchantId', 'amount', 'paymentMethod'],
  }),
  codegen('default-server-changed', 'the order of the servers is changed', {
    set: '/servers',
    to: [{ url: 'https://api.testing.plexo.com.uy' }, { url: 'https://api.plexo.com.uy' }],
  }),
  codegen('access-changed', 'a response property becomes readOnly', {
    set: `${RECEIVED}/properties/id/readOnly`,
    to: true,
  }),
  // What takes nothing from anybody.
  additive('operation-added', 'an operation is added', {
    set: `${CUSTOMERS}/head`,
    to: {
      operationId: 'countCustomers',
      summary: 'Count customers',
      description: 'Counts.',
      tags: ['Customers'],
      responses: { '204': { description: 'Counted.' } },
    },
  }),
  additive('parameter-added', 'an optional query parameter is added', {
    set: `${CUSTOMERS}/get/parameters`,
    to: [query('limit', false)],
  }),
  additive('parameter-added', 'an optional request header is added', {
    set: `${CUSTOMERS}/get/parameters`,
    to: [{ ...query('X-Trace', false), in: 'header' }],
  }),
  additive('property-added', 'an optional request property is added', {
    set: `${SENT}/properties/middleName`,
    to: text,
  }),
  additive('property-added', 'an optional response property is added', {
    set: `${RECEIVED}/properties/createdAt`,
    to: { ...text, type: ['string', 'null'] },
  }),
  additive(
    'required-property-added',
    'a response property is added that is always there',
    { set: `${RECEIVED}/properties/createdAt`, to: text },
    { set: `${RECEIVED}/required`, to: ['id', 'createdAt'] },
  ),
  additive('property-required', 'a response property is promised', {
    set: `${SCHEMAS}/PaymentInstrument/required`,
    to: ['token', 'status'],
  }),
  additive('header-added', 'a response header is added', {
    set: '/components/responses/NotFound/headers',
    to: { 'X-Request-Id': { schema: { type: 'string' } } },
  }),
  additive('error-status-added', 'an error status is added', {
    set: `${CUSTOMERS}/post/responses/409`,
    to: { $ref: '#/components/responses/BadRequest' },
  }),
  additive('known-value-added', 'a known value is added to an open list of an answer', {
    set: `${SCHEMAS}/Payment/properties/status/x-extensible-enum/-`,
    to: 'chargeback',
  }),
  additive('known-value-added', 'a known value is added to an open list of a request', {
    set: `${SCHEMAS}/Amount/properties/currency/x-extensible-enum/-`,
    to: 'EUR',
  }),
  additive('limit-loosened', 'the lower limit of a request is removed', {
    remove: `${SCHEMAS}/Amount/properties/total/minimum`,
  }),
  additive('limit-loosened', 'the least number of request properties is removed', {
    remove: `${SENT}/minProperties`,
  }),
  additive('limit-tightened', 'a response text gets a greatest length', {
    set: `${RECEIVED}/properties/firstName/maxLength`,
    to: 40,
  }),
  additive('null-allowed', 'an optional request property may be null', {
    set: `${SENT}/properties/phone/type`,
    to: ['string', 'null'],
  }),
  additive('server-added', 'a server is added', {
    set: '/servers/-',
    to: { url: 'https://api.sandbox.plexo.com.uy' },
  }),
  additive('model-added', 'a model is added', {
    set: `${SCHEMAS}/Plan`,
    to: { type: 'object', description: 'A model that is new.' },
  }),
  additive('deprecated', 'an operation is deprecated', { set: `${CUSTOMERS}/get/deprecated`, to: true }),
  additive(
    'security-alternative',
    'another credential is accepted as well',
    { set: '/components/securitySchemes/bearerAuth', to: { type: 'http', scheme: 'bearer' } },
    { set: '/security/-', to: { bearerAuth: [] } },
  ),
  // What only people see.
  none('nothing is changed'),
  none('a description is changed', { set: `${RECEIVED}/description`, to: 'Somebody who pays.' }),
  none('the summary of an operation is changed', {
    set: `${CUSTOMERS}/get/summary`,
    to: 'List all customers',
  }),
  none('an example is changed', { set: '/components/examples/CustomerMinimal/value/id', to: 'another' }),
  none('an example is added', {
    set: '/components/examples/Another',
    to: { summary: 'Another', value: { id: 'x' } },
  }),
  none('the version is raised', { set: '/info/version', to: '9.9.9' }),
  none(
    'the order of the properties is changed',
    { remove: `${RECEIVED}/properties/phone` },
    {
      set: `${RECEIVED}/properties/phone`,
      to: {
        type: ['string', 'null'],
        description: 'A phone.',
        examples: ['+59899123456'],
        'x-sensitive': true,
      },
    },
  ),
];
