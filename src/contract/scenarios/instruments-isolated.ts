import { jsonOf } from '../run/json.ts';
import { entryOf, isGone, type Scenario } from './scenario.ts';

export const instrumentsIsolated: Scenario = {
  id: 'instruments-isolated',
  title: 'An instrument belongs to one customer',
  why: 'A card that shows under another customer is charged for somebody else’s order.',
  needs: ['instruments'],
  async run({ world, send, succeed, claim, name }) {
    const owner = await world.create(name('owner'));
    const token = await world.addInstrument(owner.id);
    const stranger = await world.create(name('stranger'));
    const of = { customerId: stranger.id };
    const list = await succeed('listPaymentInstruments', { path: of });
    const seen = entryOf(jsonOf(list), 'token', token) !== undefined;
    claim(!seen, { exchange: list, at: 'body/*', expected: 'no instrument of another customer', got: 'one' });
    const removed = await send('deletePaymentInstrument', { path: { ...of, token } });
    const { status } = removed.response;
    const expected = '404 for an instrument of another customer';
    claim(isGone(status), { exchange: removed, at: 'status', expected, got: String(status) });
    const own = await succeed('listPaymentInstruments', { path: { customerId: owner.id } });
    const kept = entryOf(jsonOf(own), 'token', token) !== undefined;
    claim(kept, {
      exchange: own,
      at: 'body/*',
      expected: 'the instrument of its owner',
      got: 'a list without it',
    });
  },
};
