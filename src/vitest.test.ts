import { expect, it } from 'vitest';
import { fixtures } from '../generated/fixtures.ts';
import './vitest.ts';

const TYPE = { 'content-type': 'application/json' };

it('toKeepContract() is an assertion of vitest, with types', async () => {
  const good = new Response(JSON.stringify(fixtures.CustomerFull), { headers: TYPE });
  await expect(good).toKeepContract({ operation: 'retrieveCustomer' });

  const bad = new Response('{"id":7}', { headers: TYPE });
  await expect(bad).not.toKeepContract({ operation: 'retrieveCustomer' });
  await expect(async () => {
    await expect(new Response('{"id":7}', { headers: TYPE })).toKeepContract({
      operation: 'retrieveCustomer',
    });
  }).rejects.toThrow('body/id: expected must be string');
});
