/**
 * Twenty-five single faults that a hand-written spec can hold, each with the rules that must notice it.
 * Where the contract has no element that could carry the fault (it has no closed enum and no default), the change
 * brings the smallest carrier with it.
 */
import type { Change } from '../../scripts/lint/changes.ts';
import type { LintFinding } from '../../scripts/lint/finding.ts';

interface Notice {
  readonly tool: LintFinding['tool'];
  readonly rule: string;
  /** Where this rule reports it, when that is not the place of the fault. */
  readonly at?: string;
}

export interface SeededFault {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  /** The place of the fault in the bundled document. */
  readonly at: string;
  readonly noticedBy: readonly Notice[];
}

const CUSTOMERS = '/paths/~1v1~1customers';
const CUSTOMER = '/paths/~1v1~1customers~1{customerId}';
const SCHEMAS = '/components/schemas';
const EXAMPLES = '/components/examples';

const spectral = (rule: string, at?: string): Notice => ({
  tool: 'spectral',
  rule,
  ...(at !== undefined && { at }),
});
const redocly = (rule: string, at?: string): Notice => ({
  tool: 'redocly',
  rule,
  ...(at !== undefined && { at }),
});
const own = (rule: string, at?: string): Notice => ({ tool: 'own', rule, ...(at !== undefined && { at }) });

/** Both public tools see an example that its schema refuses; Spectral is asked once, since it takes longest for it. */
const INVALID_EXAMPLE = redocly('no-invalid-media-type-examples');

export const SEEDED_FAULTS: readonly SeededFault[] = [
  {
    id: 'a',
    title: 'a wrong type in a shared example',
    changes: [{ set: `${EXAMPLES}/PaymentApproved/value/id`, to: 1 }],
    at: `${EXAMPLES}/PaymentApproved/value/id`,
    noticedBy: [spectral('oas3-valid-media-example'), INVALID_EXAMPLE],
  },
  {
    id: 'b',
    title: 'a badly formatted value in an example',
    changes: [{ set: `${EXAMPLES}/CustomerFull/value/birthdate`, to: 'in May' }],
    at: `${EXAMPLES}/CustomerFull/value/birthdate`,
    noticedBy: [INVALID_EXAMPLE],
  },
  {
    id: 'c',
    title: 'an unknown property in an example',
    changes: [{ set: `${EXAMPLES}/CustomerFull/value/emial`, to: 'customer@example.com' }],
    at: `${EXAMPLES}/CustomerFull/value`,
    noticedBy: [redocly('no-invalid-media-type-examples'), own('example-undeclared-property')],
  },
  {
    id: 'd',
    title: 'a bad example of a path parameter',
    changes: [{ set: '/components/parameters/CustomerId/examples/guide/value', to: '' }],
    at: '/components/parameters/CustomerId/examples/guide',
    noticedBy: [redocly('no-invalid-parameter-examples'), own('identifier-cast')],
  },
  {
    id: 'e',
    title: 'a wrong type in the example of a header',
    changes: [{ set: '/components/headers/WwwAuthenticate/examples/basic/value', to: 1 }],
    at: '/components/headers/WwwAuthenticate/examples/basic/value',
    noticedBy: [spectral('oas3-valid-media-example')],
  },
  {
    id: 'f',
    title: 'a wrong type in the example of a property',
    changes: [{ set: `${SCHEMAS}/Customer/properties/name/example`, to: 1 }],
    at: `${SCHEMAS}/Customer/properties/name/example`,
    noticedBy: [
      spectral('oas3-valid-schema-example'),
      redocly('no-invalid-schema-examples'),
      own('schema-keywords'),
    ],
  },
  {
    id: 'g',
    title: 'an example without a required property',
    changes: [{ remove: `${EXAMPLES}/PaymentApproved/value/status` }],
    at: `${EXAMPLES}/PaymentApproved/value`,
    noticedBy: [INVALID_EXAMPLE],
  },
  {
    id: 'h',
    title: 'a bad e-mail address in an inline example',
    changes: [
      {
        set: `${CUSTOMERS}/post/requestBody/content/application~1json/examples/guide`,
        to: { summary: 'An inline example', value: { email: 'nobody' } },
      },
    ],
    at: `${CUSTOMERS}/post/requestBody/content/application~1json/examples/guide`,
    noticedBy: [INVALID_EXAMPLE, own('example-complete')],
  },
  {
    id: 'i',
    title: 'a text where an integer belongs in an error example',
    changes: [{ set: `${EXAMPLES}/ErrorNotFound/value/status`, to: '404' }],
    at: `${EXAMPLES}/ErrorNotFound/value/status`,
    noticedBy: [INVALID_EXAMPLE, own('error-example-status')],
  },
  {
    id: 'j',
    title: 'a number in a map of texts',
    changes: [{ set: `${EXAMPLES}/CustomerCreateGuide/value/metadata/segment`, to: 1 }],
    at: `${EXAMPLES}/CustomerCreateGuide/value/metadata/segment`,
    noticedBy: [INVALID_EXAMPLE],
  },
  {
    id: 'k',
    title: 'an error example whose status is not the status it is sent with',
    changes: [{ set: `${EXAMPLES}/ErrorNotFound/value/status`, to: 500 }],
    at: `${EXAMPLES}/ErrorNotFound/value/status`,
    noticedBy: [own('error-example-status')],
  },
  {
    id: 'l',
    title: 'a wrong value among the examples of a schema',
    changes: [{ set: `${SCHEMAS}/PaymentInstrument/properties/expMonth/examples/0`, to: 13 }],
    at: `${SCHEMAS}/PaymentInstrument/properties/expMonth/examples`,
    noticedBy: [redocly('no-invalid-schema-examples')],
  },
  {
    id: 'm',
    title: 'a default of the wrong type',
    changes: [{ set: `${SCHEMAS}/Amount/properties/total/default`, to: 'all' }],
    at: `${SCHEMAS}/Amount/properties/total/default`,
    noticedBy: [spectral('oas3-valid-schema-example'), own('schema-keywords')],
  },
  {
    id: 'n',
    title: 'a required property that does not exist',
    changes: [{ set: `${SCHEMAS}/Customer/required/0`, to: 'idd' }],
    at: `${SCHEMAS}/Customer/required`,
    noticedBy: [redocly('no-required-schema-properties-undefined')],
  },
  {
    id: 'o',
    title: 'a component that nothing uses',
    changes: [
      {
        set: `${SCHEMAS}/Leftover`,
        to: { type: 'object', description: 'A schema that nothing refers to.', additionalProperties: true },
      },
    ],
    at: `${SCHEMAS}/Leftover`,
    noticedBy: [spectral('oas3-unused-component'), redocly('no-unused-components')],
  },
  {
    id: 'p',
    title: 'an enum value listed twice',
    changes: [{ set: `${SCHEMAS}/Capture/properties/method/enum`, to: ['automatic', 'manual', 'manual'] }],
    at: `${SCHEMAS}/Capture/properties/method/enum`,
    noticedBy: [
      spectral('duplicated-entry-in-enum'),
      redocly('no-duplicated-enum-values'),
      own('schema-keywords'),
    ],
  },
  {
    id: 'q',
    title: 'an operationId used twice',
    changes: [{ set: `${CUSTOMERS}/get/operationId`, to: 'createCustomer' }],
    at: `${CUSTOMERS}/get`,
    noticedBy: [
      spectral('operation-operationId-unique'),
      { ...redocly('operation-operationId-unique'), at: CUSTOMERS },
      own('operation-set'),
    ],
  },
  {
    id: 'r',
    title: 'a path parameter that is not declared',
    changes: [{ remove: `${CUSTOMER}/parameters` }],
    at: CUSTOMER,
    noticedBy: [spectral('path-params'), redocly('path-parameters-defined')],
  },
  {
    id: 's',
    title: 'a misspelt keyword',
    changes: [{ set: `${SCHEMAS}/CustomerCreate/properties/email/maxlength`, to: 100 }],
    at: `${SCHEMAS}/CustomerCreate/properties/email/maxlength`,
    noticedBy: [redocly('struct'), own('schema-keywords')],
  },
  {
    id: 't',
    title: 'a keyword of OpenAPI 3.0',
    changes: [{ set: `${SCHEMAS}/Customer/properties/phone/nullable`, to: true }],
    at: `${SCHEMAS}/Customer/properties/phone/nullable`,
    noticedBy: [redocly('struct'), own('schema-keywords')],
  },
  {
    id: 'u',
    title: 'a body on 204',
    changes: [
      {
        set: `${CUSTOMER}/delete/responses/204/content`,
        to: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Customer' },
            examples: { full: { $ref: '#/components/examples/CustomerFull' } },
          },
        },
      },
    ],
    at: `${CUSTOMER}/delete/responses/204/content`,
    noticedBy: [own('no-body-on-204')],
  },
  {
    id: 'v',
    title: 'a tag that is not declared',
    changes: [{ set: `${CUSTOMERS}/get/tags/0`, to: 'Clients' }],
    at: `${CUSTOMERS}/get/tags`,
    noticedBy: [spectral('operation-tag-defined'), redocly('operation-tag-defined')],
  },
  {
    id: 'w',
    title: 'a format that nobody knows',
    changes: [{ set: `${SCHEMAS}/CustomerCreate/properties/email/format`, to: 'emial' }],
    at: `${SCHEMAS}/CustomerCreate/properties/email/format`,
    noticedBy: [own('known-format')],
  },
  {
    id: 'x',
    title: 'a pattern that is no regular expression',
    changes: [{ set: `${SCHEMAS}/Amount/properties/currency/pattern`, to: '^[A-Z{3}$' }],
    at: `${SCHEMAS}/Amount/properties/currency/pattern`,
    noticedBy: [own('pattern-anchored')],
  },
  {
    id: 'y',
    title: 'a minimum above the maximum',
    changes: [{ set: `${SCHEMAS}/PaymentInstrument/properties/expMonth/minimum`, to: 13 }],
    at: `${SCHEMAS}/PaymentInstrument/properties/expMonth`,
    noticedBy: [redocly('no-invalid-schema-examples')],
  },
];
