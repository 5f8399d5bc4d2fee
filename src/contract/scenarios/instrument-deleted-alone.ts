import { jsonOf } from '../run/json.ts';
import { entryOf, type Scenario } from './scenario.ts';

export const instrumentDeletedAlone: Scenario = {
  id: 'instrument-deleted-alone',
  title: 'Deleting one instrument deletes that one',
  why: 'The token in the path names the card that the payer wants to have removed. The others stay usable, and the removed one is not listed.',
  needs: ['instruments'],
  async run({ world, send, succeed, claim, name }) {
    const { id, exchange: created } = await world.create(name('one'));
    const path = { customerId: id };
    const first = await world.addInstrument(id);
    const second = await world.addInstrument(id);
    claim(first !== second, {
      exchange: created,
      at: 'body',
      expected: 'two tokens',
      got: 'one token twice',
    });
    const before = await succeed('listPaymentInstruments', { path });
    await succeed('deletePaymentInstrument', { path: { ...path, token: first } });
    const list = await succeed('listPaymentInstruments', { path });
    const gone = entryOf(jsonOf(list), 'token', first) === undefined;
    claim(gone, {
      exchange: list,
      at: 'body/*',
      expected: 'no deleted instrument',
      got: 'the deleted instrument',
    });
    const kept = JSON.stringify(entryOf(jsonOf(list), 'token', second));
    const was = JSON.stringify(entryOf(jsonOf(before), 'token', second));
    claim(kept === was, {
      exchange: list,
      at: 'body/*',
      expected: 'the other one as it was',
      got: 'something else',
    });
    const customer = await send('retrieveCustomer', { path });
    const { status } = customer.response;
    claim(status === 200, {
      exchange: customer,
      at: 'status',
      expected: 'the customer',
      got: String(status),
    });
  },
};
