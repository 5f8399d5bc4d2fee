import { describe, expect, it } from 'vitest';
import { fixtures } from '../generated/fixtures.ts';
import { createPlexoClient, type DriftEvent, type PlexoClient } from './index.ts';
import { type ContractValidationOptions, contractValidation } from './validation.ts';

function clientOn(
  body: unknown,
  status: number,
  modes: ContractValidationOptions = {},
): { plexo: PlexoClient; drift: DriftEvent[] } {
  const drift: DriftEvent[] = [];
  const plexo = createPlexoClient({
    clientId: 'client',
    apiKey: 'key',
    baseUrl: 'http://127.0.0.1:9',
    validation: contractValidation(modes),
    on: { drift: (event) => drift.push(event) },
    fetch: async () => Response.json(body, { status }),
  });
  return { plexo, drift };
}

const BROKEN = { ...fixtures.CustomerFull, id: 7, email: ['canary@example.com'] };

describe('contract validation', () => {
  it('is strict about reads and reports on writes, unless told otherwise, and cannot be changed', () => {
    expect(contractValidation()).toMatchObject({ reads: 'strict', writes: 'report' });
    expect(contractValidation({ reads: undefined, writes: undefined })).toMatchObject({
      reads: 'strict',
      writes: 'report',
    });
    expect(contractValidation({ reads: 'report', writes: 'strict' })).toMatchObject({
      reads: 'report',
      writes: 'strict',
    });
    expect(Object.isFrozen(contractValidation())).toBe(true);
  });

  it('lets every documented answer through, without a word', async () => {
    const { plexo, drift } = clientOn(fixtures.CustomerFull, 200, { reads: 'strict' });
    expect(await plexo.customers.retrieve('id')).toEqual(fixtures.CustomerFull);
    expect(drift).toEqual([]);
  });

  it('lets unknown properties and unknown values of open lists through', async () => {
    const list = [{ token: 't', status: 'frozen', type: 'crypto', cardName: 'x' }];
    const { plexo } = clientOn(list, 200, { reads: 'strict' });
    expect(await plexo.paymentInstruments.list('id')).toEqual(list);
  });

  it('rejects a read that drifted, with the places and without the values', async () => {
    const { plexo } = clientOn(BROKEN, 200);
    const result = await plexo.result.customers.retrieve('id');
    expect(result).toMatchObject({
      ok: false,
      error: {
        name: 'ResponseValidationError',
        outcome: 'accepted',
        status: 200,
        findings: [
          {
            rule: 'body-schema',
            at: 'body/id',
            keyword: 'type',
            expected: 'must be string',
            got: 'a number',
            spec: '/components/schemas/Customer/properties/id/type',
          },
          { rule: 'body-schema', at: 'body/email', keyword: 'type', got: 'an array' },
        ],
      },
    });
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('hands over a write that drifted, and tells the listener', async () => {
    const { plexo, drift } = clientOn(BROKEN, 201);
    expect(await plexo.customers.create(fixtures.CustomerCreateGuide)).toEqual(BROKEN);
    expect(drift).toMatchObject([
      { operation: 'createCustomer', status: 201, findings: [{ at: 'body/id' }, { at: 'body/email' }] },
    ]);
  });

  it('says that a write was accepted when it is strict about writes', async () => {
    const { plexo } = clientOn(BROKEN, 201, { writes: 'strict' });
    const result = await plexo.result.customers.create(fixtures.CustomerCreateGuide);
    expect(result).toMatchObject({ ok: false, error: { outcome: 'accepted', attempts: 1 } });
  });

  it('reports a success code that is not the documented one, and passes the value on', async () => {
    const { plexo, drift } = clientOn(fixtures.CustomerCreated, 200);
    expect(await plexo.customers.create(fixtures.CustomerCreateGuide)).toEqual(fixtures.CustomerCreated);
    expect(drift).toMatchObject([{ findings: [{ rule: 'status-documented', got: '200' }] }]);
  });

  it('never stands in the way of an error response', async () => {
    const { plexo } = clientOn({ unexpected: true }, 404, { reads: 'strict' });
    expect(await plexo.result.customers.retrieve('id')).toMatchObject({
      ok: false,
      error: { name: 'NotFoundError' },
    });
  });
});
