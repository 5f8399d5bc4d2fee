import { describe, expect, it } from 'vitest';
import { fixtures } from '../../generated/fixtures.ts';
import {
  createPlexoClient,
  type DriftEvent,
  type ResponseFinding,
  type ResponseValidation,
  type ValidationMode,
} from '../index.ts';

const FINDING: ResponseFinding = {
  rule: 'some-rule',
  spec: '/spec',
  at: 'body/tok-1',
  expected: 'e',
  got: 'tok-1 again',
};

type Judged = Parameters<ResponseValidation['judge']>[0];

/** A client whose judge has the findings given, and what it and the listener were told. */
function judgedBy(
  findings: readonly ResponseFinding[],
  modes: Partial<Record<'reads' | 'writes', ValidationMode>>,
  body = '{"a":1}',
) {
  const drift: DriftEvent[] = [];
  const answers: Judged[] = [];
  const plexo = createPlexoClient({
    clientId: 'client',
    apiKey: 'key',
    baseUrl: 'http://127.0.0.1:9',
    maxRetries: 0,
    on: { drift: (event) => drift.push(event) },
    validation: {
      reads: 'report',
      writes: 'report',
      ...modes,
      judge: (answer) => {
        answers.push(answer);
        return findings;
      },
    },
    fetch: async () => new Response(body, { headers: { 'content-type': 'application/json' } }),
  });
  return { plexo, drift, answers };
}

const FAILED = { ok: false, error: { name: 'ResponseValidationError', outcome: 'accepted', status: 200 } };

describe('a success that validation has something against', () => {
  it('is refused where its mode is strict: that of reads for a read, that of writes for a write', async () => {
    for (const [reads, writes] of [
      ['strict', 'report'],
      ['report', 'strict'],
    ] as const) {
      const { plexo } = judgedBy([FINDING], { reads, writes });
      const read = await plexo.result.customers.retrieve('c');
      const write = await plexo.result.customers.update('c', fixtures.CustomerUpdateGuide);
      expect([read.ok, write.ok]).toEqual([reads === 'report', writes === 'report']);
      expect(read.ok ? write : read).toMatchObject(FAILED);
    }
  });

  it('is handed over and reported otherwise, once', async () => {
    const { plexo, drift } = judgedBy([FINDING], {});
    expect(await plexo.customers.retrieve('c')).toEqual({ a: 1 });
    expect(drift).toEqual([
      {
        operation: 'retrieveCustomer',
        method: 'GET',
        path: '/v1/customers/{customerId}',
        attempt: 1,
        status: 200,
        findings: [FINDING],
      },
    ]);
  });

  it('is reported without the secrets of the request', async () => {
    const { plexo, drift } = judgedBy([FINDING], {});
    await plexo.paymentInstruments.delete('c', 'tok-1');
    expect(drift[0]?.findings).toEqual([{ ...FINDING, at: 'body/[redacted]', got: '[redacted] again' }]);
  });

  it('is handed over in silence where there is nothing against it', async () => {
    const { plexo, drift } = judgedBy([], { reads: 'strict', writes: 'strict' });
    expect(await plexo.customers.retrieve('c')).toEqual({ a: 1 });
    expect(drift).toEqual([]);
  });
});

describe('the judge', () => {
  it('is given the response, its bytes, and its value where it has one', async () => {
    const { plexo, answers } = judgedBy([], {});
    await plexo.customers.retrieve('c');
    await plexo.customers.delete('c');
    const body = new TextEncoder().encode('{"a":1}');
    expect(answers).toMatchObject([
      { operation: 'retrieveCustomer', response: { status: 200, body, json: { value: { a: 1 } } } },
      { operation: 'deleteCustomer', response: { status: 200, body } },
    ]);
    expect(answers.map(({ response }) => response.headers.get('content-type'))).toEqual([
      'application/json',
      'application/json',
    ]);
    expect(answers[1]?.response.json).toBeUndefined();
  });

  it('has the word where a body cannot be read, and the client has it where the judge is silent', async () => {
    const spoken = judgedBy([FINDING], {}, '{"a');
    expect(await spoken.plexo.result.customers.retrieve('c')).toMatchObject({
      ok: false,
      error: { findings: [{ rule: 'some-rule' }] },
    });
    const silent = judgedBy([], {}, '{"a');
    expect(await silent.plexo.result.customers.retrieve('c')).toMatchObject({
      ok: false,
      error: { findings: [{ rule: 'json-well-formed', at: 'body' }] },
    });
    expect(silent.drift).toEqual([]);
  });
});
