import type { OperationId } from '../../../generated/operations.ts';
import { jsonOf } from '../run/json.ts';
import { entryOf, isGone, type Scenario } from './scenario.ts';

export const clientsIsolated: Scenario = {
  id: 'clients-isolated',
  title: 'One client sees and changes nothing of another',
  why: 'Clients are different merchants. A customer that shows to another one is a breach of payers’ data.',
  needs: ['other-client'],
  async run({ world, send, succeed, claim, same, name }) {
    const access = 'other-client';
    const { id, sent, answer } = await world.create(name('ours'));
    const theirs = await world.create(name('theirs'), {}, access);
    const path = { customerId: id };
    // A reference is to be unique within a client, so that another client may have the same one.
    const reference = { ...sent, email: theirs.sent['email'] };
    const alike = await send('createCustomer', { body: reference, access });
    const taken = alike.response.status < 300;
    const got = String(alike.response.status);
    claim(taken, { exchange: alike, at: 'status', expected: 'a reference of another client accepted', got });
    const list = await succeed('listCustomers', { access });
    const seen = entryOf(jsonOf(list), 'id', id) !== undefined;
    claim(!seen, { exchange: list, at: 'body/*', expected: 'no customer of another client', got: 'one' });
    const own = entryOf(jsonOf(list), 'id', theirs.id) !== undefined;
    claim(own, {
      exchange: list,
      at: 'body/*',
      expected: "the client's own customer",
      got: 'a list without it',
    });
    const calls: readonly OperationId[] = [
      'retrieveCustomer',
      'listPaymentInstruments',
      'updateCustomer',
      'deleteCustomer',
    ];
    for (const operation of calls) {
      const body = operation === 'updateCustomer' ? { body: { ...sent, firstName: 'Stolen' } } : {};
      const exchange = await send(operation, { path, access, ...body });
      const { status } = exchange.response;
      claim(isGone(status), {
        exchange,
        at: 'status',
        expected: '404 for another client',
        got: String(status),
      });
    }
    const read = await send('retrieveCustomer', { path });
    const { status } = read.response;
    claim(status === 200, { exchange: read, at: 'status', expected: 'the customer', got: String(status) });
    if (status === 200) same(read, answer, jsonOf(read), 'as before the other client came');
    const ours = await succeed('listCustomers');
    const leaked = entryOf(jsonOf(ours), 'id', theirs.id) !== undefined;
    claim(!leaked, { exchange: ours, at: 'body/*', expected: 'no customer of another client', got: 'one' });
  },
};
