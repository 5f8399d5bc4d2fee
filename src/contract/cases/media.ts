/** Bodies that are not JSON, and bodies that say that they are not. */
import type { OperationId } from '../../../generated/operations.ts';
import { fullestExample, owned } from './bodies.ts';
import { type Case, described, frame, JSON_HEADERS, OPERATION_IDS } from './case.ts';

/** Each of them is refused by every grammar of JSON (RFC 8259), and by no lenient one that is in use on servers. */
const MALFORMED: Readonly<Record<string, (valid: string) => string>> = {
  'cut-off': (valid) => valid.slice(0, -1),
  'single-quotes': (valid) => valid.replaceAll('"', "'"),
  'two-values': (valid) => `${valid}${valid}`,
  'no-value': (valid) => valid.replace(/:[^,}]+/, ':'),
  'plain-text': () => 'not JSON',
};

/** What the header says; the empty one is a body without a media type. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  xml: 'application/xml',
  form: 'application/x-www-form-urlencoded',
  none: '',
};

export function mediaCases(merchantId: number | undefined): readonly Case[] {
  return OPERATION_IDS.filter((operation) => described(operation).request !== undefined).flatMap(
    (operation) => [
      ...Object.entries(MALFORMED).map(([name, broken]) =>
        mediaCase(operation, `malformed-json/${name}`, JSON_HEADERS, broken, merchantId),
      ),
      ...Object.entries(MEDIA_TYPES).map(([name, type]) =>
        mediaCase(operation, `media-type/${name}`, { 'content-type': type }, (valid) => valid, merchantId),
      ),
    ],
  );
}

function mediaCase(
  operation: OperationId,
  name: string,
  headers: Readonly<Record<string, string>>,
  change: (valid: string) => string,
  merchantId: number | undefined,
): Case {
  const slot = operation === 'createPayment' ? 'card' : operation === 'updateCustomer' ? 'refused' : 'main';
  const owner = { name: `${operation}-${name.replace('/', '-')}`, slot, merchantId };
  return {
    ...frame(operation, slot),
    id: `${operation}/${name}`,
    cause: name.startsWith('malformed') ? 'refuses-malformed-json' : 'refuses-media-type',
    title: name.replaceAll(/[-/]/g, ' '),
    spec: `${described(operation).pointer}/requestBody/content`,
    headers,
    body: change(JSON.stringify(owned(operation, fullestExample(operation), owner))),
  };
}
