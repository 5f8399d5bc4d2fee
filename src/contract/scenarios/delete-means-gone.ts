import type { OperationId } from '../../../generated/operations.ts';
import { jsonOf } from '../run/json.ts';
import { entryOf, isGone, type Scenario } from './scenario.ts';

export const deleteMeansGone: Scenario = {
  id: 'delete-means-gone',
  title: 'A deleted customer is gone, and nobody else is',
  why: 'Deletion is how a payer leaves. A record that can still be read, listed, changed or asked for its cards has not left.',
  async run({ world, send, succeed, claim, same, name }) {
    const bystander = await world.create(name('bystander'));
    const { id, sent } = await world.create(name('one'));
    const path = { customerId: id };
    await succeed('deleteCustomer', { path });
    const reads: readonly OperationId[] = ['retrieveCustomer', 'listPaymentInstruments', 'updateCustomer'];
    for (const operation of reads) {
      const body = operation === 'updateCustomer' ? { body: sent } : {};
      const exchange = await send(operation, { path, ...body });
      const { status } = exchange.response;
      claim(isGone(status), {
        exchange,
        at: 'status',
        expected: '404 after the deletion',
        got: String(status),
      });
    }
    const again = await send('retrieveCustomer', { path });
    const { status } = again.response;
    const expected = '404 after an update of a deleted customer';
    claim(isGone(status), { exchange: again, at: 'status', expected, got: String(status) });
    const list = await succeed('listCustomers');
    const listed = entryOf(jsonOf(list), 'id', id) !== undefined;
    claim(!listed, {
      exchange: list,
      at: 'body/*',
      expected: 'no deleted customer',
      got: 'the deleted customer',
    });
    const other = await send('retrieveCustomer', { path: { customerId: bystander.id } });
    const kept = other.response.status < 300;
    const found = String(other.response.status);
    claim(kept, { exchange: other, at: 'status', expected: 'the customer that was not deleted', got: found });
    if (!kept) return;
    same(other, bystander.answer, jsonOf(other), 'the customer that was not deleted');
  },
};
