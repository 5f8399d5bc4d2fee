import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import bundle from '../../generated/openapi.json' with { type: 'json' };
import { check } from '../../src/contract/check.ts';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { BROKEN_OFF, KEPT, REPORT } from '../../src/contract/reports/report.fixture.ts';
import { completeByForm } from '../../src/contract/run/complete-session.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { reportSchema } from './report-schema.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(reportSchema());

/** As a program reads it: through JSON, which drops what is undefined. */
function faults(report: unknown): readonly string[] {
  validate(JSON.parse(JSON.stringify(report)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the schema of the report', () => {
  it.each([
    ['with one of everything', REPORT],
    ['of a contract that is kept', KEPT],
    ['of a check that could not run', BROKEN_OFF],
  ])('describes every member of a report %s', (_, report) => {
    expect(faults(report)).toEqual([]);
  });

  it('describes what a whole check of a faulty server says', async () => {
    const { fetch } = createSandbox({ faults: ['card-number-in-name'] });
    const report = await check({
      // The types of a JSON module are those of its values.
      document: bundle as unknown as OpenApiDocument,
      target: { url: 'http://sandbox.localhost', fetch, completeSession: completeByForm(fetch) },
      credentials: { clientId: 'sandbox-client', apiKey: 'sandbox-key' },
    });
    expect(report.findings.length).toBeGreaterThan(0);
    expect(report.probes.length).toBeGreaterThan(0);
    expect(faults(report)).toEqual([]);
  });

  it('refuses what is no report', () => {
    expect(faults({ ...KEPT, verdict: 'perhaps' })).toEqual([
      '/verdict must be equal to one of the allowed values',
    ]);
    expect(faults({ ...KEPT, surprise: 1 })).toEqual([' must NOT have additional properties']);
  });
});
