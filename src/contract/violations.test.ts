import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { validators } from '../../generated/validators.js';
import type { OpenApiDocument } from './document.ts';
import { pointer, valueAt } from './pointer.ts';
import { violationsOf } from './validator.ts';
import { requestConstraints } from './violations.ts';

const document: OpenApiDocument = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
);
const { violations, unbreakable } = requestConstraints(document);

describe('the violating requests', () => {
  it('each break the keyword at the place that they name', () => {
    const inBody = violations.filter(({ at, body }) => at[0] === 'body' && body !== undefined);
    expect(inBody.length).toBeGreaterThan(50);
    for (const { operation, keyword, at, body, spec } of inBody) {
      const described = operations[operation];
      const schema = 'request' in described ? described.request.schema : '';
      const broken = violationsOf(validators, schema, body).map(
        ({ instancePath, keyword: k }) => `${instancePath} ${k}`,
      );
      expect(broken, spec).toContain(`${pointer(...at.slice(1))} ${keyword}`);
    }
  });

  it('name a keyword that stands in the spec', () => {
    for (const { spec } of [...violations, ...unbreakable])
      expect(valueAt(document, spec), spec).toBeDefined();
  });

  it('break every name of every required list', () => {
    const paymentCreate = violations.filter(({ spec }) =>
      spec.startsWith('/components/schemas/PaymentCreate/required/'),
    );
    expect(paymentCreate).toHaveLength(
      document.components?.schemas?.['PaymentCreate']?.required?.length ?? -1,
    );
  });

  it('refuse to skip a keyword that they do not know', () => {
    const grown = structuredClone(document);
    Object.assign(grown.components?.schemas?.['CustomerCreate'] ?? {}, { maxProperties: 3 });
    expect(() => requestConstraints(grown)).toThrow(
      /CustomerCreate\/maxProperties: no way is known to break "maxProperties"/,
    );
  });

  it('refuse to skip a property that no example holds', () => {
    const grown = structuredClone(document);
    Object.assign(grown.components?.schemas?.['CustomerCreate']?.properties ?? {}, {
      nickname: { type: 'string' },
    });
    expect(() => requestConstraints(grown)).toThrow(/nickname\/type: no request example holds a value here/);
  });
});
