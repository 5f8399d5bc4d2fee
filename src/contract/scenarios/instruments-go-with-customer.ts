import { jsonOf } from '../run/json.ts';
import { entryOf, isGone, type Scenario } from './scenario.ts';

export const instrumentsGoWithCustomer: Scenario = {
  id: 'instruments-go-with-customer',
  title: 'The instruments of a deleted customer are not listed, and those of others are',
  why: 'A customer that was deleted has no list; the cards of another customer are none of its business.',
  needs: ['instruments'],
  async run({ world, send, succeed, claim, name }) {
    const bystander = await world.create(name('bystander'));
    const kept = await world.addInstrument(bystander.id);
    const { id } = await world.create(name('one'));
    const token = await world.addInstrument(id);
    await succeed('deleteCustomer', { path: { customerId: id } });
    const list = await send('listPaymentInstruments', { path: { customerId: id } });
    const { status } = list.response;
    claim(isGone(status), {
      exchange: list,
      at: 'status',
      expected: '404 after the deletion',
      got: String(status),
    });
    const own = await succeed('listPaymentInstruments', { path: { customerId: bystander.id } });
    const still = entryOf(jsonOf(own), 'token', kept) !== undefined;
    claim(still, { exchange: own, at: 'body/*', expected: 'the instrument of the other one', got: 'none' });
    const wandered = entryOf(jsonOf(own), 'token', token) !== undefined;
    claim(!wandered, {
      exchange: own,
      at: 'body/*',
      expected: 'no instrument of another customer',
      got: 'one',
    });
  },
};
