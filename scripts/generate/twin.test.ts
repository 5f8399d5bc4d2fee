import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import { theContract } from './the-contract.ts';
import { downConvert, twinOf } from './twin.ts';
import { differences } from './twin-differences.ts';
import { complaints } from './twin-validate.ts';

const original = theContract();
const twin = downConvert(original);

/** A copy of the twin with one thing changed at a pointer, or removed where the value is `undefined`. */
function changed(place: string, value: unknown): OpenApiDocument {
  const copy = structuredClone(twin);
  const cut = place.lastIndexOf('/');
  const parent = valueAt(copy, place.slice(0, cut));
  const key = place.slice(cut + 1).replaceAll('~1', '/');
  if (typeof parent !== 'object' || parent === null) throw new Error(`the twin has nothing at ${place}`);
  if (value === undefined) Reflect.deleteProperty(parent, key);
  else Reflect.set(parent, key, value);
  return copy;
}

describe('the 3.0.3 twin', () => {
  it('says the same as its original and both validators accept it', async () => {
    expect(differences(original, twin)).toEqual([]);
    expect(await complaints(twin)).toEqual([]);
  });

  it('keeps the summary in the description and the licence as an address', () => {
    expect(twin.openapi).toBe('3.0.3');
    expect(twin.info).not.toHaveProperty('summary');
    expect(twin.info['description']).toBe(`${original.info['summary']}\n\n${original.info['description']}`);
    expect(twin.info['license']).toEqual({ name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' });
  });

  it('turns a type with null into `nullable`, of texts, objects and lists alike', () => {
    const schema = (place: string) => valueAt(twin, `/components/schemas/${place}`);
    expect(schema('Customer/properties/email')).toMatchObject({ type: 'string', nullable: true });
    expect(schema('NullableMetadata')).toMatchObject({ type: 'object', nullable: true });
    expect(schema('Session/properties/actions')).toMatchObject({ type: 'array', nullable: true });
    expect(schema('Customer/properties/id')).not.toHaveProperty('nullable');
  });

  it('shows the first example of a schema, a null one too, and every example of a body, a parameter and a header', () => {
    const properties = '/components/schemas/Customer/properties';
    expect(valueAt(twin, `${properties}/email/example`)).toBe('customer@example.com');
    expect(valueAt(twin, `${properties}/status/example`)).toBeNull();
    for (const place of [
      '/components/examples',
      '/components/parameters/CustomerId/examples',
      '/components/headers/WwwAuthenticate/examples',
    ]) {
      expect(valueAt(twin, place)).toEqual(valueAt(original, place));
    }
  });

  it('reads in the order of its original', () => {
    expect(Object.keys(Object(valueAt(twin, '/components/schemas/Customer/properties/email')))).toEqual([
      'type',
      'nullable',
      'description',
      'example',
      'x-sensitive',
    ]);
  });
});

describe('the comparison of the twin with its original', () => {
  it.each([
    ['a dropped list of required properties', '/components/schemas/Customer/required', undefined],
    ['one required property more', '/components/schemas/Customer/required', ['id', 'email']],
    ['a dropped property', '/components/schemas/Customer/properties/email', undefined],
    ['a lost null', '/components/schemas/Customer/properties/email/nullable', undefined],
    ['a null that was not there', '/components/schemas/Customer/properties/id/nullable', true],
    ['another limit', '/components/schemas/PaymentInstrument/properties/expMonth/maximum', 13],
    ['a dropped extension', '/components/schemas/Customer/properties/email/x-sensitive', undefined],
    ['another example of a schema', '/components/schemas/Customer/properties/email/example', 'a@example.com'],
    ['another example of a body', '/components/examples/CustomerMinimal/value/id', 'x'],
    ['a dropped component', '/components/schemas/Amount', undefined],
    ['a dropped response', '/paths/~1v1~1customers/post/responses/400', undefined],
    ['another operation id', '/paths/~1v1~1customers/post/operationId', 'create'],
    ['a dropped operation', '/paths/~1v1~1customers/post', undefined],
    ['another server', '/servers/0/url', 'https://example.com'],
    ['other credentials', '/security', []],
  ])('notices %s and names its place', (_title, place, value) => {
    const [difference, ...others] = differences(original, changed(place, value));
    expect(difference).toContain(`#${place}: `);
    expect(others).toEqual([]);
  });

  it('notices a description that lost the summary', () => {
    expect(differences(original, changed('/info/description', original.info['description']))).toEqual([
      '#/info/description: it does not hold the summary of the original',
    ]);
  });
});

describe('making the twin', () => {
  it('fails when a construct has no counterpart in 3.0 and names its place', async () => {
    const document = structuredClone(original);
    Object.assign(Object(valueAt(document, '/components/schemas/Amount/properties/total')), {
      exclusiveMinimum: 0,
    });
    await expect(twinOf(document)).rejects.toThrow('/components/schemas/Amount/properties/total');
  });

  it('fails when the converter silently drops a restriction, though what is left is valid', async () => {
    const document = structuredClone(original);
    Object.assign(Object(valueAt(document, '/components/schemas/Metadata')), {
      propertyNames: { minLength: 1 },
    });
    await expect(twinOf(document)).rejects.toThrow(
      'openapi-3.0.json #/components/schemas/Metadata/propertyNames: the original says {"minLength":1}, the twin nothing',
    );
  });

  it('fails when a path has a parameter that nothing describes', async () => {
    const document = structuredClone(original);
    Reflect.deleteProperty(Object(valueAt(document, '/paths/~1v1~1customers~1{customerId}')), 'parameters');
    await expect(twinOf(document)).rejects.toThrow('@readme/openapi-parser');
  });
});
