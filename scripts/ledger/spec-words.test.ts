/** What can only be said in words is said where it binds: the guide's advice, and what nobody documents. */
import { expect, it } from 'vitest';
import { valueAt } from '../../src/contract/pointer.ts';
import { loadBundle } from './bundle.ts';

const document = await loadBundle();

const CUSTOMER = '/paths/~1v1~1customers~1{customerId}';
const INSTRUMENTS = '/paths/~1v1~1customers~1{customerId}~1payment-instruments';

it('[advice-in-words] repeats each advice of the guide where a reader needs it', () => {
  expectWords([
    ['/info', /referenceId.*maps/s],
    ['/components/schemas/CustomerCreate/properties/referenceId', /own key/],
    ['/info', /personal data out of `metadata`/],
    ['/components/schemas/Metadata', /personal data/],
    ['/info', /Reuse one customer `id`/],
    ['/components/schemas/PaymentCreate/properties/customerId', /same one/],
    [`${INSTRUMENTS}/get`, /before charging/],
    ['/paths/~1v1~1payments/post', /Read the customer's instruments first/],
    [`${INSTRUMENTS}~1{token}/delete`, /replace a card.*tokenization session/s],
  ]);
});

it('[unknowns-in-words] says at the operation what nobody documents about it', () => {
  expectWords([
    ['/paths/~1v1~1customers/post', /Which fields count as identifying is not documented/],
    ['/paths/~1v1~1customers/post', /refuse a customer without a valid `email`/],
    ['/paths/~1v1~1customers/post', /No idempotency key is documented/],
    ['/paths/~1v1~1payments/post', /No idempotency key is documented/],
    ['/paths/~1v1~1customers/get', /No paging, filter or order parameter is documented/],
    ['/components/schemas/CustomerCreate/properties/referenceId', /repeated one is not documented/],
    [`${CUSTOMER}/put`, /whether `metadata` is merged or replaced/],
    [`${CUSTOMER}/delete`, /is not\s+documented/],
    [`${CUSTOMER}/delete`, /second delete.*assumed/s],
    [`${INSTRUMENTS}~1{token}/delete`, /second delete.*assumed/s],
    [`${INSTRUMENTS}/get`, /stay in the list is not documented/],
  ]);
});

function expectWords(expected: readonly (readonly [string, RegExp])[]): void {
  for (const [place, words] of expected) {
    expect(String(valueAt(document, `${place}/description`)), place).toMatch(words);
  }
}
