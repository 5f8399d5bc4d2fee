/** What the ledger says of the spec and no lint rule covers, proven on the bundle. */
import { describe, expect, it } from 'vitest';
import {
  operationsOf,
  parametersOf,
  resolve,
  type SchemaObject,
  schemasOf,
} from '../../src/contract/document.ts';
import { valueAt } from '../../src/contract/pointer.ts';
import { loadBundle } from './bundle.ts';

const document = await loadBundle();
const operations = [...operationsOf(document)];
const ANSWERS = ['Customer', 'PaymentInstrument', 'Issuer', 'Session', 'SessionAction', 'Payment'];
const REQUESTS = ['CustomerCreate', 'CustomerUpdate', 'PaymentCreate', 'SessionCreate'];

describe('what the spec offers', () => {
  it('[two-servers] names production and testing and no third environment', () => {
    expect(document.servers?.map(({ url }) => url)).toEqual([
      'https://api.plexo.com.uy',
      'https://api.testing.plexo.com.uy',
    ]);
  });

  it('[testing-server-warns] says of the testing server that data may go and real cards decline', () => {
    expect(document.servers?.[1]?.description).toMatch(/decline.*reset/);
  });

  it('[version-one-paths] begins every path with /v1/', () => {
    for (const path of Object.keys(document.paths)) expect(path).toMatch(/^\/v1\//);
  });

  it('[instrument-operations] offers to list instruments and to delete one, and nothing else', () => {
    const offered = operations.filter(({ path }) => path.includes('/payment-instruments'));
    expect(offered.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'get /v1/customers/{customerId}/payment-instruments',
      'delete /v1/customers/{customerId}/payment-instruments/{token}',
    ]);
  });

  it('[no-query-parameters] lets no operation take a parameter outside its path', () => {
    const places = operations.flatMap((located) =>
      parametersOf(document, located).map((parameter) => parameter.in),
    );
    expect(new Set(places)).toEqual(new Set(['path']));
  });

  it('[no-undocumented-headers] declares no header but the challenge of a 401', () => {
    const headers = responses().flatMap(({ status, headers }) => headers.map((name) => `${status} ${name}`));
    expect(new Set(headers)).toEqual(new Set(['401 WWW-Authenticate']));
  });

  it('[no-unsupported-codes] declares no status beyond those that the ledger has an entry for', () => {
    const codes = new Set(responses().map(({ status }) => status));
    expect(codes).toEqual(new Set(['200', '201', '204', '400', '401', '404', 'default']));
  });

  it('[unauthorized-answer-optional] demands neither a body nor a challenge of a 401', () => {
    const unauthorized = document.components?.responses?.['Unauthorized'];
    expect(unauthorized?.['x-optional-body']).toBe(true);
    expect(document.components?.headers?.['WwwAuthenticate']?.required).toBe(false);
  });
});

describe('what bodies hold', () => {
  it('[bare-arrays] answers both lists with an array of items and no wrapper', () => {
    for (const [path, item] of [
      ['/v1/customers', 'Customer'],
      ['/v1/customers/{customerId}/payment-instruments', 'PaymentInstrument'],
    ] as const) {
      const content = valueAt(document.paths[path], '/get/responses/200/content/application~1json/schema');
      expect(content).toMatchObject({ type: 'array', items: { $ref: `#/components/schemas/${item}` } });
    }
  });

  it('[one-field-is-enough] takes any one field to create or change a customer, and refuses none', () => {
    for (const name of ['CustomerCreate', 'CustomerUpdate']) {
      expect(schema(name).required).toBeUndefined();
      expect(schema(name).minProperties).toBe(1);
    }
  });

  it('[least-promised] promises of an answer no more than what is certain', () => {
    expect(schema('Customer').required).toEqual(['id']);
    expect(schema('PaymentInstrument').required).toEqual(['token']);
    expect(schema('Session').required).toEqual(['id']);
  });

  it('[absent-or-null] lets every optional property of an answer be null', () => {
    for (const name of ANSWERS) {
      for (const [property, held] of propertiesOf(name)) {
        if (schema(name).required?.includes(property)) continue;
        expect(held.type, `${name}.${property}`).toContain('null');
      }
    }
  });

  it('[requests-without-null] lets no property of a request be null, and no text be empty', () => {
    for (const name of REQUESTS) {
      for (const [property, held] of propertiesOf(name)) {
        expect(held.type, `${name}.${property}`).not.toContain('null');
        if (held.type === 'string' && held.format === undefined) expect(held.minLength, property).toBe(1);
      }
    }
  });

  it('[opaque-identifiers] gives identifiers and tokens neither format nor pattern', () => {
    const identifiers = [...schemasOf(document)].filter(({ pointer }) =>
      /\/(id|customerId|token)$/.test(pointer),
    );
    const parameters = Object.values(document.components?.parameters ?? {}).map((parameter) =>
      resolve<SchemaObject>(document, parameter.schema),
    );
    const texts = [...identifiers.map((located) => located.schema), ...parameters].filter(isText);
    expect(texts.length).toBeGreaterThanOrEqual(9);
    for (const { format, pattern, minLength } of texts) {
      expect({ format, pattern, minLength }).toEqual({ format: undefined, pattern: undefined, minLength: 1 });
    }
  });

  it('[customer-can-be-named] takes the customer in payments and sessions without demanding it', () => {
    for (const name of ['PaymentCreate', 'SessionCreate']) {
      expect(schema(name).properties).toHaveProperty('customerId');
      expect(schema(name).required).not.toContain('customerId');
    }
  });

  it('[metadata-is-text] maps keys to text, in requests and in answers', () => {
    for (const name of ['Metadata', 'NullableMetadata']) {
      expect(schema(name).additionalProperties).toMatchObject({ type: 'string' });
    }
  });

  it('[unseen-models-open] names no member of the models that no source shows', () => {
    for (const name of ['IdentityDocument', 'TaxIdentification', 'PostalAddress']) {
      expect(schema(name).properties).toBeUndefined();
      expect(schema(name).additionalProperties).toBe(true);
    }
  });

  it('[no-invented-limits] bounds no text from above, and no number of pairs', () => {
    for (const { schema: held, pointer } of schemasOf(document)) {
      const { maxLength, pattern, maxProperties, maxItems } = held as Record<string, unknown>;
      const limits = { maxLength, pattern, maxProperties, maxItems };
      expect(
        Object.values(limits).filter((limit) => limit !== undefined),
        pointer,
      ).toEqual([]);
    }
  });

  it('[expiry-year-either-form] accepts a year of two and of four digits', () => {
    const { minimum = 0, maximum = 0 } = propertyOf('PaymentInstrument', 'expYear');
    for (const year of [26, 2028]) expect(year >= minimum && year <= maximum).toBe(true);
  });

  it('[amount-has-decimals] takes a sum with decimals', () => {
    expect(propertyOf('Amount', 'total').type).toBe('number');
    expect(propertyOf('Amount', 'total')).not.toHaveProperty('multipleOf');
  });
});

function responses() {
  return operations.flatMap(({ operation }) =>
    Object.entries(operation.responses).map(([status, response]) => ({
      status,
      headers: Object.keys(resolve(document, response).headers ?? {}),
    })),
  );
}

function schema(name: string): SchemaObject {
  const found = document.components?.schemas?.[name];
  if (found === undefined) throw new Error(`no schema ${name}`);
  return found;
}

function propertiesOf(name: string): readonly (readonly [string, SchemaObject])[] {
  return Object.entries(schema(name).properties ?? {}).map(([property, held]) => [
    property,
    resolve<SchemaObject>(document, held),
  ]);
}

function propertyOf(name: string, property: string): SchemaObject {
  const found = propertiesOf(name).find(([candidate]) => candidate === property);
  if (found === undefined) throw new Error(`no property ${name}.${property}`);
  return found[1];
}

function isText(held: SchemaObject): boolean {
  return held.type === 'string';
}
