import type { OpenApiDocument } from '../../../src/contract/document.ts';
import { schemasOf } from '../../../src/contract/document.ts';
import { pointer as join, segmentsOf } from '../../../src/contract/pointer.ts';
import type { Fault, Rule } from '../rule.ts';
import { allParametersOf } from '../walk/parameters.ts';

/** Property names that the vendor's guide fixes, by the schema that holds them here. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  CustomerCreate: ['referenceId', 'email', 'firstName', 'lastName', 'phone', 'metadata'],
  CustomerUpdate: ['referenceId', 'email', 'firstName', 'lastName', 'phone', 'metadata'],
  Customer: ['id', 'referenceId', 'email', 'firstName', 'lastName', 'phone', 'metadata'],
  PaymentInstrument: ['token', 'name', 'type', 'issuer', 'expMonth', 'expYear', 'status', 'tokenizationType'],
  Issuer: ['id', 'name'],
  PaymentCreate: [
    'merchantId',
    'referenceId',
    'invoiceNumber',
    'customerId',
    'amount',
    'paymentMethod',
    'capture',
  ],
  Amount: ['total', 'currency'],
  SavedPaymentMethod: ['source', 'paymentInstrument'],
  PaymentInstrumentReference: ['token'],
  Capture: ['method'],
  SessionCreate: ['merchantId', 'referenceId', 'type', 'customerId', 'settings'],
  SessionSettings: ['tokenization'],
  TokenizationSettings: ['type'],
};
const PARAMETERS = ['customerId', 'token'];
const PATHS = [
  '/v1/customers',
  '/v1/customers/{customerId}',
  '/v1/customers/{customerId}/payment-instruments',
  '/v1/customers/{customerId}/payment-instruments/{token}',
  '/v1/payments',
  '/v1/sessions',
];
const SPELLINGS = new Map(
  [...new Set([...Object.values(PROPERTIES).flat(), ...PARAMETERS])].map((name) => [folded(name), name]),
);

export const guideNames: Rule = {
  id: 'guide-names',
  title: "Paths, parameters and properties carry the guide's names, letter by letter",
  why: 'One letter away from the documented name and the live server ignores the field without a word.',
  *check(document) {
    yield* missingNames(document);
    yield* misspelledNames(document);
  },
};

function* missingNames(document: OpenApiDocument): Generator<Fault> {
  for (const [component, names] of Object.entries(PROPERTIES)) {
    const place = join('components', 'schemas', component);
    const declared = document.components?.schemas?.[component]?.properties ?? {};
    for (const name of names) {
      if (!Object.hasOwn(declared, name))
        yield { pointer: place, message: `${component} lacks the guide's "${name}"` };
    }
  }
  for (const path of PATHS) {
    if (!Object.hasOwn(document.paths, path))
      yield { pointer: '/paths', message: `the guide's path ${path} is missing` };
  }
  const parameters = [...allParametersOf(document)].map(({ parameter }) => parameter.name);
  for (const name of PARAMETERS) {
    if (!parameters.includes(name)) {
      yield { pointer: '/components/parameters', message: `the guide's path parameter "${name}" is missing` };
    }
  }
}

function* misspelledNames(document: OpenApiDocument): Generator<Fault> {
  for (const { pointer } of schemasOf(document)) {
    const segments = segmentsOf(pointer);
    if (segments.at(-2) === 'properties') yield* misspelled(segments.at(-1) ?? '', pointer);
  }
  for (const { parameter, pointer } of allParametersOf(document))
    yield* misspelled(parameter.name, `${pointer}/name`);
}

function* misspelled(name: string, place: string): Generator<Fault> {
  const spelling = SPELLINGS.get(folded(name));
  if (spelling !== undefined && spelling !== name) {
    yield { pointer: place, message: `"${name}" is written "${spelling}" in the guide` };
  }
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
