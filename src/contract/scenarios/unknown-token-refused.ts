import { notCharged } from './deleted-token-unusable.ts';
import type { Scenario } from './scenario.ts';

export const unknownTokenRefused: Scenario = {
  id: 'unknown-token-refused',
  title: 'A token that was never given out charges nothing',
  why: 'A charge that succeeds without a card behind it is goods for nothing, or money from somebody else’s card.',
  async run({ world, send, claim, name }) {
    const { id } = await world.create(name('one'));
    for (const token of ['0000000000000000ffffffffffffffff', 'no-such-token']) {
      const exchange = await send('createPayment', {
        body: world.payment(name(`charge-${token.length}`), id, token),
      });
      const said = notCharged(exchange);
      claim(said === undefined, {
        exchange,
        at: 'status',
        expected: 'no charge of an unknown token',
        got: said ?? '',
      });
    }
  },
};
