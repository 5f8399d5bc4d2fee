import { jsonOf } from '../run/json.ts';
import type { Step } from '../run/run.ts';
import type { Scenario } from './scenario.ts';

export const refusedLeavesNoTrace: Scenario = {
  id: 'refused-leaves-no-trace',
  title: 'A request that was refused has changed nothing',
  why: 'Whoever gets a refusal mends the request and sends it again. A half of it that was carried out before the refusal is then done twice, or stays for ever.',
  async run({ world, send, succeed, claim, same, name }) {
    const { id, sent, answer } = await world.create(name('kept'));
    const path = { customerId: id };
    const reference = `${String(sent['referenceId'])}-refused`;
    const wanted = {
      ...sent,
      referenceId: reference,
      firstName: 'Refused',
      email: `${reference}@example.com`,
    };
    // What is wrong stands last, so that a server that writes as it reads has written by then.
    const refusals: readonly Omit<Step, 'case' | 'operation'>[] = [
      { body: { ...wanted, metadata: { fine: 'yes', wrong: 7 } } },
      { body: { ...wanted, phone: '' } },
      { body: { ...wanted, email: 'no address' } },
      {
        text: `${JSON.stringify(wanted)}]`,
        headers: { 'content-type': 'application/json' },
        described: 'loosely',
      },
      { text: JSON.stringify(wanted), headers: { 'content-type': 'text/plain' }, described: 'loosely' },
      { body: wanted, access: 'none' },
      { body: wanted, access: 'wrong-password' },
    ];
    let refused = 0;
    for (const refusal of refusals) {
      const created = await send('createCustomer', refusal);
      const updated = await send('updateCustomer', { ...refusal, path });
      if (created.response.status >= 400 && updated.response.status >= 400) refused += 1;
    }
    for (const access of ['none', 'wrong-password'] as const) await send('deleteCustomer', { path, access });
    // What was accepted against the contract has been told by its case; here only true refusals count.
    if (refused < refusals.length) return;
    const read = await send('retrieveCustomer', { path });
    const { status } = read.response;
    claim(status === 200, { exchange: read, at: 'status', expected: 'the customer', got: String(status) });
    if (status !== 200) return;
    same(read, answer, jsonOf(read), 'as before the refused requests');
    const list = await succeed('listCustomers');
    const found = JSON.stringify(jsonOf(list)).includes(`"${reference}"`);
    claim(!found, {
      exchange: list,
      at: 'body/*',
      expected: 'no record of a refused request',
      got: 'one of them',
    });
  },
};
