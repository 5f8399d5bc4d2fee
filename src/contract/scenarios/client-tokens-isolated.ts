import { jsonOf } from '../run/json.ts';
import { notCharged } from './deleted-token-unusable.ts';
import { entryOf, isGone, type Scenario } from './scenario.ts';

export const clientTokensIsolated: Scenario = {
  id: 'client-tokens-isolated',
  title: 'A token works for the client that created it, and for no other',
  why: 'A token that leaks is useless to everyone else; that is what it was made for instead of a card number.',
  needs: ['other-client', 'instruments'],
  async run({ world, send, succeed, claim, name }) {
    const access = 'other-client';
    const { id } = await world.create(name('ours'));
    const token = await world.addInstrument(id);
    const { id: theirs } = await world.create(name('theirs'), {}, access);
    for (const customer of [theirs, id]) {
      const body = world.payment(name(`charge-${customer === id}`), customer, token);
      const exchange = await send('createPayment', { body, access });
      const said = notCharged(exchange);
      claim(said === undefined, {
        exchange,
        at: 'status',
        expected: 'no charge by another client',
        got: said ?? '',
      });
    }
    const removed = await send('deletePaymentInstrument', { path: { customerId: id, token }, access });
    const { status } = removed.response;
    claim(isGone(status), {
      exchange: removed,
      at: 'status',
      expected: '404 for another client',
      got: String(status),
    });
    const list = await succeed('listPaymentInstruments', { path: { customerId: id } });
    const kept = entryOf(jsonOf(list), 'token', token) !== undefined;
    claim(kept, {
      exchange: list,
      at: 'body/*',
      expected: 'the instrument of its owner',
      got: 'a list without it',
    });
  },
};
